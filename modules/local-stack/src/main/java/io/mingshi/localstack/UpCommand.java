package io.mingshi.localstack;

import io.mingshi.localstack.part.Credentials;
import io.mingshi.localstack.process.StackFailure;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs everything in the foreground until Ctrl-C.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is missing, starts everything, stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final Map<String, String> ROLES = Map.of(
            "alice", "user: asks for content",
            "bob", "user: the person in a picture",
            "carol", "user: never verified",
            "rita", "reviewer",
            "ron", "reviewer",
            "olga", "officer",
            "otto", "officer",
            "ines", "inspector",
            "oscar", "operator");

    @Option(names = "--fresh", description = "Begin anew: remove the data of earlier runs.")
    private boolean fresh;

    @Option(names = "--separate", description = "Run each service as its own process.")
    private boolean separate;

    @Override
    public Integer call() throws Exception {
        return new Session(Sites.local(), separate ? Shape.SEPARATE : Shape.TOGETHER).run(fresh, this::stay);
    }

    private int stay(Stack stack) throws Exception {
        print(stack);
        StackFailure failure = stack.supervisor().failed().get();
        System.err.println(failure.sentence());
        return 1;
    }

    private static void print(Stack stack) {
        System.out.println();
        System.out.println("Ready.");
        System.out.println("  Everything    " + Session.URL);
        System.out.println("  Health        " + Session.URL + "/q/health");
        System.out.println("  Sign-in       " + stack.facts().getProperty("keycloak.realm-url"));
        System.out.println(
                "  State         " + Sites.root().relativize(Sites.local().directory()));
        System.out.println();
        System.out.println("  People of the demonstration (name, password, role)");
        for (String person : Credentials.PEOPLE) {
            System.out.printf(
                    "    %-6s %s  %s%n", person, stack.credentials().password(person), ROLES.getOrDefault(person, ""));
        }
        System.out.println();
        System.out.println("Ctrl-C stops everything. Elsewhere: ./mingshi status | logs | demo | down");
        System.out.flush();
    }
}
