package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every text that a user of the desktop reads can be translated: it stands in a properties file, once. */
class DesktopTextsTest {

    /** Setters of texts that are given a text of letters in the code itself. */
    private static final Pattern LITERAL = Pattern.compile(
            "\\.(setText|setToolTipText|setMessage|setErrorMessage|setTitle|setDescription|setPartName|"
                    + "setContentDescription|openInformation|openError|openQuestion)\\(\\s*\"([^\"]*[a-z]{2}[^\"]*)\"");

    private static final Pattern FIELD = Pattern.compile("public static String (\\w+);");
    private static final Pattern KEY = Pattern.compile("%([\\w.]+)");

    @Test
    void noTextIsWrittenInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (Path file : Sources.files(bundle.resolve("src/main/java"), ".java")) {
                literals(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void aTextInTheCodeIsFound() {
        assertEquals(List.of("Hello"), literals("label.setText(\"Hello\");\nlabel.setText(Messages.hello);\n"
                + "label.setText(\"\");\nlabel.setText(\"%s\".formatted(x));"));
    }

    private static List<String> literals(String source) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = LITERAL.matcher(source); matcher.find();) {
            found.add(matcher.group(2));
        }
        return found;
    }

    @Test
    void everyTextIsDeclaredTranslatedAndUsed() throws IOException {
        List<String> faults = new ArrayList<>();
        int bundles = 0;
        for (Path bundle : DesktopFiles.bundles()) {
            for (Path properties : Sources.files(DesktopFiles.resources(bundle), "messages.properties")) {
                bundles++;
                faults.addAll(faults(bundle, properties));
            }
        }
        assertTrue(bundles > 5, "the texts were not found");
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Path bundle, Path properties) throws IOException {
        String name = bundle.getFileName() + ": ";
        Set<String> translated = new TreeSet<>();
        DesktopFiles.properties(properties).stringPropertyNames().forEach(translated::add);
        Path folder = DesktopFiles.resources(bundle).relativize(properties.getParent());
        Path fields = bundle.resolve("src/main/java").resolve(folder).resolve("Messages.java");
        Set<String> declared = new TreeSet<>();
        for (Matcher matcher = FIELD.matcher(Files.readString(fields)); matcher.find();) {
            declared.add(matcher.group(1));
        }
        StringBuilder code = new StringBuilder();
        for (Path file : Sources.files(bundle.resolve("src/main/java"), ".java")) {
            code.append(Files.readString(file));
        }
        List<String> faults = new ArrayList<>();
        declared.stream().filter(one -> !translated.contains(one))
                .forEach(one -> faults.add(name + one + " has no text"));
        translated.stream().filter(one -> !declared.contains(one))
                .forEach(one -> faults.add(name + one + " has no field"));
        declared.stream().filter(one -> !isUsed(one, code.toString()))
                .forEach(one -> faults.add(name + one + " is not used"));
        return faults;
    }

    /** By its name: in its own class it stands once as a declaration; or all texts of a kind by their common beginning. */
    private static boolean isUsed(String field, String code) {
        boolean named = Pattern.compile("\\b" + field + "\\b").matcher(code).results().count() > 1;
        return named || code.contains("\"" + field.substring(0, field.indexOf('_') + 1) + "\"");
    }

    /** Templates of the editor name their texts in a file beside them. */
    private static boolean hasTextsOfItsOwn(Path xml) {
        return Files.exists(
                xml.resolveSibling(xml.getFileName().toString().replaceFirst("\\.xml$", ".properties")))
                && !xml.endsWith("plugin.xml");
    }

    @Test
    void everyTextFileBesideAnXmlFileHasWhatThatAsksFor() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (Path xml : Sources.files(DesktopFiles.resources(bundle), ".xml")) {
                if (!hasTextsOfItsOwn(xml)) {
                    continue;
                }
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(xml
                        .resolveSibling(
                                xml.getFileName().toString().replaceFirst("\\.xml$", ".properties")))) {
                    texts.load(reader);
                }
                Set<String> asked = new TreeSet<>();
                for (Matcher matcher = KEY.matcher(Files.readString(xml)); matcher.find();) {
                    asked.add(matcher.group(1));
                }
                if (!asked.equals(new TreeSet<>(texts.stringPropertyNames()))) {
                    faults.add(xml.getFileName() + " asks for " + asked);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyTextOfAPluginXmlIsTranslatedAndEveryTranslationUsed() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            Path file = DesktopFiles.resources(bundle).resolve("plugin.xml");
            if (Files.exists(file)) {
                String name = bundle.getFileName() + ": ";
                Set<String> asked = new TreeSet<>();
                for (Path xml : Sources.files(DesktopFiles.resources(bundle), ".xml")) {
                    if (hasTextsOfItsOwn(xml)) {
                        continue;
                    }
                    for (Matcher matcher = KEY.matcher(Files.readString(xml)); matcher.find();) {
                        asked.add(matcher.group(1));
                    }
                }
                Set<String> translated = DesktopFiles.translations(bundle).stringPropertyNames();
                asked.stream().filter(key -> !translated.contains(key))
                        .forEach(key -> faults.add(name + "%" + key + " has no text"));
                translated.stream().filter(key -> !asked.contains(key))
                        .forEach(key -> faults.add(name + key + " is not used"));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyNameInAPluginXmlIsAKey() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (Element element : DesktopFiles.elements(bundle, "*")) {
                for (String attribute : List.of("name", "label", "description", "tooltip")) {
                    String text = element.getAttribute(attribute);
                    boolean shown = DesktopFiles.point(element).startsWith("org.eclipse.ui.")
                            && Set.of("view", "editor", "command", "category", "perspective", "wizard",
                                    "page",
                                    "decorator").contains(element.getTagName());
                    if (shown && !text.isEmpty() && !text.startsWith("%")) {
                        faults.add(bundle.getFileName() + ": " + element.getTagName() + " " + attribute + "="
                                + text);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyCommandHasANameADescriptionAndACategory() throws Exception {
        List<String> faults = new ArrayList<>();
        int commands = 0;
        for (Path bundle : DesktopFiles.bundles()) {
            for (Element command : DesktopFiles.elements(bundle, "command")) {
                if (DesktopFiles.point(command).equals("org.eclipse.ui.commands")) {
                    commands++;
                    for (String attribute : List.of("name", "description", "categoryId")) {
                        if (command.getAttribute(attribute).isEmpty()) {
                            faults.add(command.getAttribute("id") + " has no " + attribute);
                        }
                    }
                }
            }
        }
        assertTrue(commands > 10, "the commands were not found");
        assertEquals(List.of(), faults);
    }

    @Test
    void everyViewEditorPerspectiveAndWizardHasAnIconThatIsThere() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (String kind : List.of("view", "editor", "perspective", "wizard")) {
                for (Element element : DesktopFiles.elements(bundle, kind)) {
                    boolean shown = Set.of("org.eclipse.ui.views", "org.eclipse.ui.editors",
                            "org.eclipse.ui.perspectives", "org.eclipse.ui.newWizards")
                            .contains(DesktopFiles.point(element));
                    String icon = element.getAttribute("icon");
                    if (shown && (icon.isEmpty() || !icon.startsWith("platform:")
                            && !Files.exists(DesktopFiles.resources(bundle).resolve(icon)))) {
                        faults.add(element.getAttribute("id") + " has no icon " + icon);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void mnemonicsOfOneContributionToAMenuDiffer() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path bundle : DesktopFiles.bundles()) {
            for (Element menu : DesktopFiles.elements(bundle, "menuContribution")) {
                Set<String> taken = new TreeSet<>();
                NodeList commands = menu.getElementsByTagName("command");
                for (int i = 0; i < commands.getLength(); i++) {
                    String key = ((Element) commands.item(i)).getAttribute("mnemonic").replace("%", "");
                    String letter = DesktopFiles.translations(bundle).getProperty(key, key)
                            .toLowerCase(Locale.ROOT);
                    if (!letter.isEmpty() && !taken.add(letter)) {
                        faults.add(bundle.getFileName() + ": " + menu.getAttribute("locationURI") + " "
                                + letter);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }
}
