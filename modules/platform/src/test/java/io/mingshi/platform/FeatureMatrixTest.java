package io.mingshi.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Every feature, tried by a person proven by each method, and by a representative of an organisation proven by each.
///
/// No cell may differ from the cell beside it: that the national service is used, or is not, opens and closes nothing.
@QuarkusTest
class FeatureMatrixTest {
    /// A feature, as somebody uses it; answers with what came of it.
    private interface Feature {
        String use(ProvenPerson person);
    }

    private static final Map<String, Feature> FEATURES = new TreeMap<>(Map.ofEntries(
            Map.entry("stand as proven and of age", ProvenPerson::standsAsProven),
            Map.entry("make an API key and generate with it", ProvenPerson::generatesWithAKey),
            Map.entry("upload a file", ProvenPerson::uploads),
            Map.entry("publish", ProvenPerson::publishes),
            Map.entry("make and publish a picture", ProvenPerson::publishesAPicture),
            Map.entry(
                    "ask for somebody's consent",
                    person -> person.asksForConsent().outcome()),
            Map.entry("refuse a consent with the account", ProvenPerson::refusesAConsent),
            Map.entry("consent and withdraw through a link", ProvenPerson::consentsAndWithdraws),
            Map.entry("consent as guardian of a child", ProvenPerson::consentsAsGuardian),
            Map.entry("be disclosed by two officers and none alone", ProvenPerson::isDisclosedByTwo),
            Map.entry("copy the own data", ProvenPerson::copies),
            Map.entry("be verified again", ProvenPerson::isVerifiedAgain),
            Map.entry("stop a take-over and come back by what is held", ProvenPerson::comesBackAfterATakeOver)));

    @Test
    @Requirement("NID-2")
    void everyMethodOpensEveryFeatureAlike() {
        Map<String, Map<String, String>> matrix = new TreeMap<>();
        for (var method : ProvenPerson.Way.values()) {
            matrix.put(method.name(), row(new ProvenPerson(method)));
        }
        Map<String, String> expected = matrix.get(ProvenPerson.Way.ID_DOCUMENT.name());
        assertThat(expected)
                .allSatisfy(
                        (feature, outcome) -> assertThat(outcome).as(feature).isEqualTo("yes"));
        assertThat(matrix)
                .allSatisfy((method, row) -> assertThat(row).as(method).isEqualTo(expected));
    }

    /// Whoever is proven by a natural person's method can go on to represent an organisation, and keeps every feature
    /// but answering for a face of their own with that account.
    @Test
    @Requirement("NID-2")
    void everyMethodLeadsToRepresentingAnOrganisationAlike() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (var method : ProvenPerson.Way.values()) {
            var person = new ProvenPerson(method);
            assertThat(person.represents()).as(method.name()).isEqualTo("yes");
            rows.add(row(person));
        }
        assertThat(rows.getFirst().entrySet().stream()
                        .filter(cell -> !cell.getValue().equals("yes")))
                .containsExactly(Map.entry("refuse a consent with the account", "403 NOT_A_NATURAL_PERSON"));
        assertThat(rows).allSatisfy(row -> assertThat(row).isEqualTo(rows.getFirst()));
    }

    @Test
    void theMatrixSeesWhatAnUnverifiedAccountMayNotDo() {
        var nobody = ProvenPerson.unproven();
        assertThat(nobody.standsAsProven()).isNotEqualTo("yes");
        assertThat(nobody.generatesWithAKey()).isEqualTo("403 REAL_NAME_REQUIRED");
        assertThat(nobody.asksForConsent().outcome()).isEqualTo("403 NOT_VERIFIED");
        assertThat(nobody.represents()).isEqualTo("403 REPRESENTATIVE_MISSING");
        given().get("/api/identity/me").then().statusCode(401);
    }

    private static Map<String, String> row(ProvenPerson person) {
        Map<String, String> row = new TreeMap<>();
        FEATURES.forEach((name, feature) -> row.put(name, feature.use(person)));
        row.put("zz erase everything", person.erases());
        return row;
    }
}
