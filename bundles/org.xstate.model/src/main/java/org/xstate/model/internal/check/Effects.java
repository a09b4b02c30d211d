package org.xstate.model.internal.check;

import java.util.Optional;

import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;

/** Which code changes the state, or has several ways to go on. */
final class Effects {

    private Effects() {
    }

    static boolean of(Step step) {
        return switch (step) {
            case Step.Assign assign -> isState(assign.target());
            case Step.Call call -> call.result().filter(Effects::isState).isPresent();
            case Step.Choose _,Step.ChooseObject _,Step.ChooseCpu _ -> true;
            default -> false;
        };
    }

    private static boolean isState(Place place) {
        return Assigned.slot(place).equals(Optional.empty());
    }
}
