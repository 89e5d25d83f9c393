package io.mingshi.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/// The shape that every service module has; each module checks itself with one test.
public final class Architecture {
    private static final List<String> SERVICES = List.of(
            "identity",
            "consent",
            "governance",
            "moderation",
            "gateway",
            "labeling",
            "complaints",
            "records",
            "console");

    private Architecture() {}

    /// @param root the module's root package, such as `io.mingshi.consent`
    public static void check(String root) {
        JavaClasses own = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        edgesArePackagePrivate(root, own);
        packagesHaveNoCycles(own);
        rootIsFreeOfFrameworks(root, own);
        otherServicesAreUnknown(root, own);
        endpointsArePublic(own);
        answersOpenTheirOwnTransaction(own);
        testsUseNoMocks(root);
    }

    private static void edgesArePackagePrivate(String root, JavaClasses own) {
        classes()
                .that()
                .resideInAnyPackage(root + ".http..", root + ".store..", root + ".messaging..")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("only the root package of a module is its public face")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void packagesHaveNoCycles(JavaClasses own) {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(own);
    }

    private static void rootIsFreeOfFrameworks(String root, JavaClasses own) {
        noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "org.hibernate..", "jakarta.persistence..", "jakarta.ws.rs..")
                .because("what a module decides does not depend on how it is served or stored")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void otherServicesAreUnknown(String root, JavaClasses own) {
        String[] others = SERVICES.stream()
                .map(name -> "io.mingshi." + name)
                .filter(name -> !name.equals(root))
                .map(name -> name + "..")
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .check(own);
    }

    private static void endpointsArePublic(JavaClasses own) {
        DescribedPredicate<JavaClass> isRestClient = DescribedPredicate.describe(
                "REST clients",
                type -> type.isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient"));
        for (String verb : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            methods()
                    .that()
                    .areAnnotatedWith("jakarta.ws.rs." + verb)
                    .and()
                    .areDeclaredInClassesThat(DescribedPredicate.not(isRestClient))
                    .should()
                    .bePublic()
                    .because("Quarkus leaves out an endpoint method that is not public")
                    .allowEmptyShould(true)
                    .check(own);
        }
    }

    /// A direct call runs in the caller's transaction, whose data source is another one.
    private static void answersOpenTheirOwnTransaction(JavaClasses own) {
        classes()
                .that(DescribedPredicate.describe("answer a question of contracts", Architecture::answers))
                .should(new ArchCondition<>("open their own transaction") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean opens = type.getMethods().stream()
                                .filter(method -> method.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                                .allMatch(method -> method.isAnnotatedWith("jakarta.transaction.Transactional")
                                        || type.isAnnotatedWith("jakarta.transaction.Transactional"));
                        if (!opens) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " answers in its caller's transaction"));
                        }
                    }
                })
                .allowEmptyShould(true)
                .check(own);
    }

    private static boolean answers(JavaClass type) {
        return !type.isInterface()
                && !type.getSimpleName().startsWith("Remote")
                && type.getRawInterfaces().stream()
                        .anyMatch(question -> question.getPackageName().startsWith("io.mingshi.contracts")
                                && !question.getPackageName().endsWith(".event")
                                && !question.getSimpleName().equals("Problem"));
    }

    private static void testsUseNoMocks(String root) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.easymock..", "io.quarkus.test.junit.mockito..")
                .because("tests use real parts")
                .allowEmptyShould(true)
                .check(new ClassFileImporter().importPackages(root));
    }
}
