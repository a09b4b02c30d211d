package org.xstate.tests.designs.oracle;

import java.util.Optional;

/**
 * One row of a matrix, in the words of its JSON document.
 *
 * @param updated   ok, lost or n/a: f in the target's registers at its next user instruction
 * @param bystander ok, lost or n/a: g there
 * @param shown     ok, stale, garbage, none or n/a: the old value that the caller was handed
 * @param reason    why the design does not serve the entry case
 * @param cost      empty where the design does not serve the entry case
 */
public record Row(String design, String entry, String continuation, String updated, String bystander,
        String shown, Optional<String> reason, Optional<Cost> cost) {

    /** One line of the document, keys in its order. */
    public String json() {
        return "{\"design\":\"" + design + "\",\"entry\":\"" + entry + "\",\"continuation\":\"" + continuation
                + "\",\"updated\":\"" + updated + "\",\"bystander\":\"" + bystander + "\",\"shown\":\""
                + shown
                + "\",\"reason\":" + reason.map(text -> '"' + text + '"').orElse("null") + ",\"cost\":"
                + cost.map(Row::json).orElse("null") + "}";
    }

    private static String json(Cost cost) {
        return "{\"xsave_full\":" + cost.xsaveFull() + ",\"xsave_partial\":" + cost.xsavePartial()
                + ",\"xrstor_full\":" + cost.xrstorFull() + ",\"xrstor_partial\":" + cost.xrstorPartial()
                + ",\"register_write\":" + cost.registerWrites() + "}";
    }
}
