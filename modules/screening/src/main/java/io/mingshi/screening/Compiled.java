package io.mingshi.screening;

import io.mingshi.screening.Sentence.Classification;
import io.mingshi.screening.folding.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of a library, ready for scans.
record Compiled(
        Alphabet alphabet,
        Automaton automaton,
        Expressions expressions,
        Exemptions exemptions,
        List<Classification> classifications) {

    static Compiled of(List<Rule> rules, Map<String, TextClassifier> classifiers) {
        return new Compilation(rules).compiled(classifiers);
    }

    private static final class Compilation {
        private final List<Rule> rules;
        private final Folding folding;
        private final Map<Rule, List<Spellings.Letters>> terms = new LinkedHashMap<>();
        private final Map<Rule, List<Spellings.Letters>> phrases = new LinkedHashMap<>();
        private final Map<Rule, Expression> patterns = new LinkedHashMap<>();
        private final Set<Integer> letters = new HashSet<>();

        Compilation(List<Rule> rules) {
            this.rules = rules;
            this.folding = folding(rules);
            rules.forEach(this::read);
        }

        Compiled compiled(Map<String, TextClassifier> classifiers) {
            var alphabet = new Alphabet(folding, letters);
            var expressions = new Expressions();
            patterns.forEach((rule, expression) -> expressions.add(rule, expression, alphabet));
            return new Compiled(
                    alphabet,
                    Automaton.of(spellings(terms, alphabet), alphabet),
                    expressions,
                    new Exemptions(spellings(phrases, alphabet)),
                    classifications(classifiers));
        }

        private static Folding folding(List<Rule> rules) {
            var signs = new HashMap<String, String>();
            for (Rule rule : rules) {
                if (rule.sought() instanceof Sought.Sign(String sign, String meaning)) {
                    signs.put(sign, meaning);
                }
            }
            return Folding.with(signs);
        }

        private void read(Rule rule) {
            String what = "the term of rule " + rule.id();
            switch (rule.sought()) {
                case Sought.Term(String text, boolean pinyin) ->
                    keep(terms, rule, Spellings.of(what, text, folding, true, pinyin));
                case Sought.Exempt(String phrase) ->
                    keep(phrases, rule, Spellings.of(what, phrase, folding, false, false));
                case Sought.Pattern(String text) -> {
                    Expression expression = Expression.of(text, folding);
                    letters.addAll(expression.letters());
                    patterns.put(rule, expression);
                }
                case Sought.Sign _, Sought.Classified _ -> {}
            }
        }

        private void keep(Map<Rule, List<Spellings.Letters>> kept, Rule rule, List<Spellings.Letters> spellings) {
            kept.put(rule, spellings);
            spellings.forEach(spelling -> letters.addAll(spelling.letters()));
        }

        private static List<Spelling> spellings(Map<Rule, List<Spellings.Letters>> kept, Alphabet alphabet) {
            var all = new ArrayList<Spelling>();
            kept.forEach((rule, spellings) -> spellings.forEach(written -> {
                var numbers = new char[written.letters().size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = alphabet.number(written.letters().get(i));
                }
                all.add(new Spelling(rule, numbers, written.gaps().toArray(Gap[]::new)));
            }));
            return all;
        }

        private List<Classification> classifications(Map<String, TextClassifier> classifiers) {
            var all = new ArrayList<Classification>();
            for (Rule rule : rules) {
                if (rule.sought() instanceof Sought.Classified(String name, double threshold)) {
                    TextClassifier classifier = classifiers.get(name);
                    if (classifier == null) {
                        throw new IllegalArgumentException("the rule " + rule.id() + " needs the classifier " + name
                                + ", which is not installed here: install it or retire the rule");
                    }
                    all.add(new Classification(rule, classifier, threshold));
                }
            }
            return List.copyOf(all);
        }
    }
}
