package org.xstate.analysis.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.Finding;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SarifTest {

    private static JsonObject run(String log) {
        return JsonParser.parseString(log).getAsJsonObject().getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    @Test
    void resultsPointToTheirRuleAndPlace() {
        Finding finding = Finding.error("xstate-bv-bit-63", "m").at("thread 1").value("n", 5);
        Finding plugin = Finding.note("a-plugin-finding", "p");
        String log = Sarif.log(List.of(new Sarif.Input("dir/a core.bin", List.of(finding, plugin), "")),
                "1.2");
        JsonObject root = JsonParser.parseString(log).getAsJsonObject();
        assertEquals("2.1.0", root.get("version").getAsString());
        JsonObject run = run(log);
        JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
        assertEquals("1.2", driver.get("version").getAsString());
        run.getAsJsonArray("results").forEach(element -> {
            JsonObject result = element.getAsJsonObject();
            int index = result.get("ruleIndex").getAsInt();
            assertEquals(result.get("ruleId"),
                    driver.getAsJsonArray("rules").get(index).getAsJsonObject().get("id"));
        });
        JsonObject first = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertEquals("error", first.get("level").getAsString());
        JsonObject place = first.getAsJsonArray("locations").get(0).getAsJsonObject();
        assertEquals("dir/a%20core.bin", place.getAsJsonObject("physicalLocation")
                .getAsJsonObject("artifactLocation").get("uri").getAsString());
        assertEquals("thread 1", place.getAsJsonArray("logicalLocations").get(0).getAsJsonObject()
                .get("fullyQualifiedName").getAsString());
        assertEquals(5, first.getAsJsonObject("properties").get("n").getAsInt());
        assertTrue(run.getAsJsonArray("invocations").get(0).getAsJsonObject().get("executionSuccessful")
                .getAsBoolean());
    }

    @Test
    void anInputThatCannotBeReadMakesTheInvocationFail() {
        JsonObject run = run(Sarif.log(List.of(new Sarif.Input("/x", List.of(), "x: no such file")), "1"));
        assertFalse(run.getAsJsonArray("invocations").get(0).getAsJsonObject().get("executionSuccessful")
                .getAsBoolean());
        assertEquals(0, run.getAsJsonArray("results").size());
        assertEquals("file:///x", run.getAsJsonArray("artifacts").get(0).getAsJsonObject()
                .getAsJsonObject("location").get("uri").getAsString());
    }
}
