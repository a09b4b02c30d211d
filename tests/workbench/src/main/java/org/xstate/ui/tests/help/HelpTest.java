package org.xstate.ui.tests.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.help.internal.base.BaseHelpSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents as help: contents, pages, search, and the text of each view. */
class HelpTest {

    private static final String OURS = "/org.xstate.ui.help/";

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "images", "machine", "timeline", "debug", "editor", "checks",
        "counterexamples", "designs", "features", "console", "projects"})
    void eachViewHasATextAndLinksThatLeadSomewhere(String view) throws IOException {
        IContext context = Optional.ofNullable(HelpSystem.getContext("org.xstate.ui.help." + view))
                .orElseThrow();
        assertTrue(context.getText().length() > 100, context.getText());
        assertTrue(context.getRelatedTopics().length > 0, "no links");
        for (IHelpResource topic : context.getRelatedTopics()) {
            assertLeadsSomewhere(topic.getHref());
        }
    }

    @Test
    void everyTopicOfTheContentsHasItsPlaceOnAPage() throws IOException {
        List<String> hrefs = new ArrayList<>();
        Stream.of(ours().getTopics()).forEach(topic -> collect(topic, hrefs));
        assertTrue(hrefs.size() > 100, hrefs.size() + " topics");
        assertTrue(hrefs.contains(OURS + "pages/docs/glossary.html"), "the terms are missing");
        for (String href : hrefs) {
            assertLeadsSomewhere(href);
        }
    }

    @Test
    void theFrontPageHasContentsSearchAndAPage() throws Exception {
        String page = get("/index.jsp").body();
        assertTrue(page.contains(">Model C<"), page);
        assertTrue(page.contains("<form action=\"search\""), page);
        assertTrue(page.contains("src=\"/help/topic" + OURS + "pages/README.html\""), page);
    }

    @Test
    void theFrontPageShowsTheTopicThatWasAskedFor() throws Exception {
        String page = get("/index.jsp?topic=" + OURS + "pages/docs/lint.html").body();
        assertTrue(page.contains("src=\"/help/topic" + OURS + "pages/docs/lint.html\""), page);
    }

    @Test
    void picturesAndTheStyleAreServedAsWhatTheyAre() throws Exception {
        HttpResponse<String> picture = get("/topic" + OURS + "pages/docs/images/layout-spr.svg");
        assertEquals("image/svg+xml", picture.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(picture.body().contains("<svg"), picture.body());
        assertTrue(get("/topic" + OURS + "pages/help.css").body().contains("prefers-color-scheme: dark"));
    }

    @Test
    void aPageThatIsNotThereIsSaidToBeMissing() throws Exception {
        HttpResponse<String> answer = get("/topic" + OURS + "pages/docs/nonsense<b>.html".replace("<", "%3C")
                .replace(">", "%3E"));
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("nonsense&lt;b&gt;"), answer.body());
    }

    @Test
    void aSearchFindsTheTermsOfTheKernel() throws Exception {
        String found = get("/search?phrase=fpu_fpregs_owner_ctx").body();
        assertTrue(found.contains("/help/topic" + OURS + "pages/docs/glossary.html\">Terms</a>"), found);
    }

    @Test
    void aSearchForNothingThatIsThereSaysSo() throws Exception {
        assertTrue(get("/search?phrase=zqxjkv").body().contains("No page has all of these words."));
    }

    private static IToc ours() {
        return Stream.of(HelpSystem.getTocs()).filter(toc -> toc.getHref().startsWith(OURS)).findFirst()
                .orElseThrow();
    }

    private static void collect(ITopic topic, List<String> hrefs) {
        Optional.ofNullable(topic.getHref()).ifPresent(hrefs::add);
        Stream.of(topic.getSubtopics()).forEach(below -> collect(below, hrefs));
    }

    private static void assertLeadsSomewhere(String href) throws IOException {
        String[] parts = href.split("#");
        try (InputStream in = HelpSystem.getHelpContent(parts[0])) {
            String page = new String(
                    Optional.ofNullable(in).orElseThrow(() -> new AssertionError("no page " + href))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(parts.length == 1 || page.contains("id=\"" + parts[1] + "\""), href);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        assertTrue(BaseHelpSystem.ensureWebappRunning(), "the server does not run");
        URL base = BaseHelpSystem.resolve("/help:/", "/help");
        URI address = URI.create("http://" + base.getAuthority() + "/help" + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
