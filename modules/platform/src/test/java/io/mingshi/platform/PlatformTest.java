package io.mingshi.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.moderation.FeatureLibraries;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All services in one process.
@QuarkusTest
class PlatformTest {
    @Inject
    @Any
    Instance<Standings> standings;

    @Inject
    @Any
    Instance<VisitorChecks> visitors;

    @Inject
    @Any
    Instance<Comparisons> comparisons;

    @Inject
    @Any
    Instance<ConsentDecisions> consents;

    @Inject
    @Any
    Instance<ModelRegistry> models;

    @Inject
    @Any
    Instance<Pauses> pauses;

    @Inject
    @Any
    Instance<FeatureLibraries> libraries;

    @Test
    void everyModuleIsReadyWithItsOwnDatabase() {
        var databases = "checks.find { it.name == 'Database connections health check' }.data";
        var health = given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        for (var module :
                List.of("identity", "consent", "governance", "moderation", "gateway", "complaints", "records")) {
            health.body(databases, hasKey(module));
        }
    }

    @Test
    void aQuestionBetweenModulesIsAMethodCall() {
        for (Instance<?> question : List.of(standings, visitors, comparisons, consents, models, pauses, libraries)) {
            assertThat(question.handlesStream().toList())
                    .hasSize(1)
                    .allSatisfy(
                            answer -> assertThat(answer.getBean().getBeanClass().getSimpleName())
                                    .startsWith("Local"));
        }
    }

    @Test
    void theInterfaceIsDescribedForAll() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/v1/chat/completions"))
                .body("paths", hasKey("/api/complaints/tickets"));
    }
}
