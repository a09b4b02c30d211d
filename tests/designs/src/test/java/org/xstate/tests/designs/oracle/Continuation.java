package org.xstate.tests.designs.oracle;

/** What happens between the call and the return of the target to user mode. */
enum Continuation {
    RET("ret"), KF("kf"), SW("sw"), SWK("swk");

    final String id;

    Continuation(String id) {
        this.id = id;
    }

    /** Goes on from the end of the call, in task A, up to the target's next user instruction. */
    void run(Situation situation) {
        Machine machine = situation.machine();
        if (situation.targetIsCurrent()) {
            switch (this) {
                case RET -> {
                    // the system call returns at once
                }
                case KF -> machine.kernelFpuSection();
                case SW -> {
                    machine.switchTo(situation.other());
                    machine.returnToUser();
                    machine.userWrites();
                    machine.switchTo(situation.target());
                }
                case SWK -> {
                    machine.switchTo(situation.kernelThread());
                    machine.switchTo(situation.target());
                }
            }
        } else {
            switch (this) {
                case RET -> {
                    // straight to the target
                }
                case KF -> machine.kernelFpuSection();
                case SW -> {
                    machine.returnToUser();
                    machine.userWrites();
                }
                case SWK -> machine.switchTo(situation.kernelThread());
            }
            machine.switchTo(situation.target());
        }
        machine.returnToUser();
    }
}
