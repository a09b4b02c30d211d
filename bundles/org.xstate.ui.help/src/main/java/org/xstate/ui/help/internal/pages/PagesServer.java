package org.xstate.ui.help.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.server.HelpServer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves the help pages of all bundles to a browser on this machine, by the JDK's own web server: the platform's own needs
 * a servlet engine and a compiler for JSP. The addresses are those that the platform asks for.
 */
public final class PagesServer extends HelpServer {

    private record Running(HttpServer server, ExecutorService threads) {
    }

    /** What goes back to the browser. */
    private record Answer(int status, String type, byte[] body) {

        static Answer page(String html) {
            return new Answer(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
        }

        static Answer missing(String what) {
            return new Answer(404, "text/html; charset=utf-8", Html.page("Not found",
                    "<h1>Not found</h1><p>There is no help page " + Html.escaped(what) + ".</p>")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=utf-8", "svg",
            "image/svg+xml", "png", "image/png", "gif", "image/gif", "html", "text/html; charset=utf-8",
            "htm",
            "text/html; charset=utf-8");

    private Optional<Running> running = Optional.empty();

    @Override
    public synchronized void start(String webapp) throws IOException {
        if (running.isPresent()) {
            return;
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        String root = "/" + webapp;
        server.createContext(root + "/", exchange -> serve(exchange, root));
        server.start();
        running = Optional.of(new Running(server, threads));
    }

    @Override
    public synchronized void stop(String webapp) {
        running.ifPresent(one -> {
            one.server().stop(0);
            one.threads().shutdownNow();
        });
        running = Optional.empty();
    }

    @Override
    public synchronized int getPort() {
        return running.map(one -> one.server().getAddress().getPort()).orElse(0);
    }

    @Override
    public String getHost() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    private static void serve(HttpExchange exchange, String root) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange.getRequestURI().getPath().substring(root.length()),
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), root);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Answer answer(String path, String query, String root) {
        return switch (path) {
            case "/", "/index.jsp" -> Answer.page(FrontPage.html(root, parameter(query, "topic")));
            case "/search" -> Answer.page(SearchPage.html(root, parameter(query, "phrase").orElse("")));
            case String topic when topic.matches("/(n|nf|r|l)?topic/.*") ->
                topic(topic.substring(topic.indexOf("topic/") + "topic".length()));
            default -> Answer.missing(path);
        };
    }

    /** What a bundle brings. @param href bundle and path: {@code /org.xstate.ui.help/pages/README.html} */
    private static Answer topic(String href) {
        try (InputStream in = HelpSystem.getHelpContent(href, Locale.getDefault().toString())) {
            // the platform's way to say that there is none
            if (in == null) {
                return Answer.missing(href);
            }
            String ending = href.substring(href.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return new Answer(200, TYPES.getOrDefault(ending, "application/octet-stream"), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(
                        URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
