package org.xstate.ui.help.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.help.internal.base.BaseHelpSystem;
import org.eclipse.help.internal.search.ISearchHitCollector;
import org.eclipse.help.internal.search.QueryTooComplexException;
import org.eclipse.help.internal.search.SearchHit;
import org.eclipse.help.internal.search.SearchQuery;
import org.eclipse.osgi.util.NLS;
import org.xstate.ui.help.internal.Messages;

/** What a search in all pages finds, the best first. The index is made with the first search. */
final class SearchPage {

    private static final class Hits implements ISearchHitCollector {

        private final List<SearchHit> found = new ArrayList<>();

        @Override
        public void addHits(List<SearchHit> hits, String words) {
            found.addAll(hits);
        }

        @Override
        public void addQTCException(QueryTooComplexException e) throws QueryTooComplexException {
            throw e;
        }
    }

    private SearchPage() {
    }

    static String html(String root, String phrase) {
        String title = NLS.bind(Messages.help_searchFor, phrase);
        return Html.page(title, "<h1>" + Html.escaped(title) + "</h1>\n" + results(root, phrase));
    }

    private static String results(String root, String phrase) {
        if (phrase.isBlank()) {
            return "<p>" + Messages.help_searchNothing + "</p>";
        }
        Hits hits = new Hits();
        try {
            BaseHelpSystem.getSearchManager().search(
                    new SearchQuery(phrase, false, List.of(), Locale.getDefault().toString()), hits,
                    new NullProgressMonitor());
        } catch (QueryTooComplexException e) {
            return "<p>" + Messages.help_searchTooComplex + "</p>";
        }
        if (hits.found.isEmpty()) {
            return "<p>" + Messages.help_searchNone + "</p>";
        }
        return hits.found.stream().sorted().map(hit -> entry(root, hit))
                .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"));
    }

    private static String entry(String root, SearchHit hit) {
        String href = hit.getHref().replaceFirst("\\?.*", "");
        return "<dt><a href=\"%s\">%s</a></dt><dd>%s</dd>".formatted(
                Html.escaped(FrontPage.address(root, href)), Html.escaped(hit.getLabel()),
                Html.escaped(String.valueOf(hit.getSummary())));
    }
}
