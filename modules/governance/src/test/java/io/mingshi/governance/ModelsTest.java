package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.MODELS;
import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.models;
import static io.mingshi.governance.GovernanceClient.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ModelsTest {
    @Inject
    ShiftedClock clock;

    @Inject
    DemonstrationModels demonstration;

    @AfterEach
    void putTheClockBack() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    @Requirement("GAI-17.1")
    void everybodySeesTheModelsWithTheirFilingNumbers() {
        register("filed-chat", aRegistration("CHAT")).statusCode(200);
        models().body("find { it.model == 'filed-chat' }.filingNumber", equalTo("Beijing-AIGC-20260101-0001"))
                .body("find { it.model == 'filed-chat' }.version", equalTo("2.1"));
    }

    /// Part of ANT-14.1.
    @Test
    void aCompanionIsDeclaredWithItsRolesAndEverybodySeesThem() {
        var registration = aRegistration("CHAT");
        registration.put("companionship", List.of("PARTNER", "OTHER"));
        register("companion", registration).statusCode(200).body("companionship", hasItems("PARTNER", "OTHER"));
        models().body("find { it.model == 'companion' }.companionship", hasItems("PARTNER", "OTHER"));
        admission("companion", "CHAT").statusCode(200).body("companionship", hasItems("PARTNER", "OTHER"));
        String told = Topic.of("governance")
                .await(event -> event.contains("ModelRegistered") && event.contains("\"companion\""));
        assertThat(told).contains("\"companionship\":[\"PARTNER\",\"OTHER\"]");

        register("companion", aRegistration("CHAT")).statusCode(200);
        admission("companion", "CHAT").body("companionship.size()", equalTo(0));
    }

    @Test
    void onlyAModelThatTalksIsACompanionAndOnlyInARoleThatIsKnown() {
        var picture = aRegistration("IMAGE_GENERATION");
        picture.put("companionship", List.of("OTHER"));
        register("picture-companion", picture).statusCode(400).body("code", equalTo("REGISTRATION_INCOMPLETE"));
        var unknown = aRegistration("CHAT");
        unknown.put("companionship", List.of("PET"));
        register("unknown-companion", unknown).statusCode(400).body("code", equalTo("REGISTRATION_INCOMPLETE"));
    }

    @Test
    void theDemonstrationModelsSayThatTheyAreNotFiledAndAreRegisteredOnce() {
        List<String> before = models().body(
                        "model",
                        hasItems(
                                "mingshi-demo-chat",
                                "mingshi-demo-image",
                                "mingshi-demo-edit",
                                "mingshi-demo-speech",
                                "mingshi-demo-transcription",
                                "mingshi-demo-video"))
                .body("find { it.model == 'mingshi-demo-edit' }.filingNumber", equalTo("DEMONSTRATION-NOT-FILED"))
                .extract()
                .path("findAll { it.model.startsWith('mingshi-demo') }.registeredAt");
        demonstration.registerMissing();
        List<String> after = models().extract().path("findAll { it.model.startsWith('mingshi-demo') }.registeredAt");
        assertThat(after).hasSize(6).isEqualTo(before);
    }

    @Test
    void aRegisteredModelIsAdmittedForWhatItIsRegisteredForAndNothingElse() {
        register("pictures", aRegistration("IMAGE_GENERATION")).statusCode(200);
        admission("pictures", "IMAGE_GENERATION")
                .statusCode(200)
                .body("admitted", equalTo(true))
                .body("filingNumber", equalTo("Beijing-AIGC-20260101-0001"))
                .body("assessedUntil", equalTo("2027-10-01"))
                .body("version", equalTo("2.1"));
        admission("pictures", "SPEECH")
                .body("admitted", equalTo(false))
                .body("reason", equalTo("it is not registered for SPEECH"))
                .body("filingNumber", nullValue());
        admission("nobody-knows-it", "CHAT")
                .body("admitted", equalTo(false))
                .body("reason", containsString("not registered"));
        admission("pictures", "MIND_READING").statusCode(400).body("code", equalTo("CAPABILITY_UNKNOWN"));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() {
        register("growing", aRegistration("CHAT")).statusCode(200);
        Map<String, Object> next = aRegistration("CHAT", "SPEECH");
        next.put("version", "3.0");
        register("growing", next).statusCode(200).body("version", equalTo("3.0"));
        models().body("findAll { it.model == 'growing' }.version", contains("3.0"));
        String event = Topic.of("governance").await(e -> e.contains("growing") && e.contains("3.0"));
        assertThat(event).contains("ModelRegistered").contains("2027-10-01");
    }

    /// Part of DSP-15.1.
    @Test
    void aModelWhoseAssessmentIsTooOldCannotBeRegistered() {
        Map<String, Object> old = aRegistration("CHAT");
        old.put("assessedOn", LocalDate.now(clock).minusDays(366).toString());
        register("outdated", old).statusCode(409).body("code", equalTo("ASSESSMENT_OVERDUE"));
        admission("outdated", "CHAT").body("admitted", equalTo(false));
        old.put("assessedOn", LocalDate.now(clock).minusDays(365).toString());
        register("outdated", old).statusCode(200);
        admission("outdated", "CHAT").body("admitted", equalTo(true));
    }

    /// Part of DSP-15.1.
    @Test
    void aModelWhoseAssessmentBecomesOverdueIsOutOfUseByItself() {
        Map<String, Object> today = aRegistration("CHAT");
        today.put("assessedOn", LocalDate.now(clock).toString());
        register("ageing", today).statusCode(200);
        clock.putForward(Duration.ofDays(365));
        admission("ageing", "CHAT").body("admitted", equalTo(true));
        clock.putForward(Duration.ofDays(366));
        admission("ageing", "CHAT").body("admitted", equalTo(false)).body("reason", containsString("overdue"));
        models().body("model", not(hasItem("ageing")));
    }

    /// Part of DSP-15.2.
    @ParameterizedTest
    @ValueSource(strings = {"IMAGE_EDIT", "SPEECH"})
    void aModelForFacesOrVoicesDoesNotGoLiveWithoutADatedAssessment(String capability) {
        Map<String, Object> registration = aRegistration(capability);
        registration.remove("assessedOn");
        register("biometric", registration)
                .statusCode(400)
                .body("code", equalTo("ASSESSMENT_MISSING"))
                .body("detail", containsString("edits pictures or makes voices"));
        admission("biometric", capability).body("admitted", equalTo(false));
    }

    @Test
    void anAssessmentIsADayThatHasCome() {
        Map<String, Object> registration = aRegistration("CHAT");
        registration.put("assessedOn", LocalDate.now(clock).plusDays(1).toString());
        register("early", registration).statusCode(400).body("code", equalTo("ASSESSMENT_IN_FUTURE"));
        registration.put("assessedOn", "last week");
        register("early", registration).statusCode(400).body("code", equalTo("ASSESSMENT_MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "capabilities", "filingNumber"})
    void aRegistrationWithoutOneOfItsPartsIsRefused(String missing) {
        Map<String, Object> registration = aRegistration("CHAT");
        registration.remove(missing);
        register("partial", registration).statusCode(400).body("code", equalTo("REGISTRATION_INCOMPLETE"));
    }

    @Test
    void onlyOperatorsRegisterAndOnlyModulesAsk() {
        given().contentType("application/json")
                .body("{}")
                .put(MODELS + "/x")
                .then()
                .statusCode(401);
        as("alice").body("{}").put(MODELS + "/x").then().statusCode(403);
        as("oscar").body("{}").put(MODELS + "/a model").then().statusCode(400);
        as("oscar").put(MODELS + "/x").then().statusCode(400);
        as("alice")
                .get("/api/governance/admissions?model=x&capability=CHAT")
                .then()
                .statusCode(403);
    }
}
