package io.mingshi.demo;

import java.util.List;

/// The steps in their order.
final class Story {
    private Story() {}

    static List<Step> steps() {
        return List.of(
                new Step(
                        "Carol, whom nobody has verified, asks for an image",
                        "who is not known by real identity gets no generation and no way to publish",
                        "Deep Synthesis Provisions art. 9",
                        Identities::unverifiedIsRefused),
                new Step(
                        "Alice and Bob prove who they are",
                        "the login itself asks, and a mistyped number is told from one that belongs to somebody else",
                        "Deep Synthesis Provisions art. 9",
                        Identities::peopleAreVerified),
                new Step(
                        "Alice takes an API key",
                        "programs act for a verified person, with a key that is shown once",
                        "Deep Synthesis Provisions art. 9",
                        Identities::verifiedPersonTakesKey),
                new Step(
                        "Her program generates an image",
                        "the file says what it is, visibly and in its metadata",
                        "Deep Synthesis Provisions art. 16 and 17, Labeling Measures art. 4 and 5, GB 45438-2025",
                        Works::imageIsLabelled),
                new Step(
                        "It chats, all at once and as a stream",
                        "text carries its label, and a stream is held back until it is screened",
                        "Deep Synthesis Provisions art. 10 and 17, Labeling Measures art. 4",
                        Works::chatIsLabelled),
                new Step(
                        "It has a sentence spoken",
                        "sound carries a rhythm prompt and metadata",
                        "Deep Synthesis Provisions art. 16 and 17, Labeling Measures art. 4 and 5",
                        Works::speechIsLabelled),
                new Step(
                        "It asks for what is prohibited",
                        "input is screened before any model sees it",
                        "Deep Synthesis Provisions art. 6 and 10",
                        Works::prohibitedIsRefused),
                new Step(
                        "It edits a picture of Bob without asking him",
                        "no face is edited without that person's separate consent",
                        "Deep Synthesis Provisions art. 14, Personal Information Protection Law art. 29",
                        Consents::editWithoutConsentIsRefused),
                new Step(
                        "Alice asks Bob, and Bob consents on his telephone, without an account",
                        "consent is given by the depicted person, for this purpose and model, and then suffices",
                        "Deep Synthesis Provisions art. 14, Personal Information Protection Law art. 14, 17 and 29",
                        Consents::editWithConsentIsAllowed),
                new Step(
                        "Bob withdraws",
                        "withdrawal counts at once",
                        "Personal Information Protection Law art. 15",
                        Consents::editAfterWithdrawalIsRefused),
                new Step(
                        "The official OpenAI SDK for Java does the same",
                        "programs written for OpenAI work unchanged and get labelled content",
                        "the compatible paths of this platform",
                        OfficialSdk::worksUnchanged),
                new Step(
                        "Alice publishes the image, and a stranger finds it",
                        "what is found on the internet still says what it is",
                        "Deep Synthesis Provisions art. 9 and 16",
                        Complaints::workIsFoundByStranger),
                new Step(
                        "Somebody strips the label off and wants to spread the image",
                        "a removed label shows: the number of the work is also hidden in the picture itself",
                        "Labeling Measures art. 5, 6 and 10",
                        Spreading::strippedImageIsRecognised),
                new Step(
                        "The stranger complains with nothing but the file",
                        "anybody can complain, and knows until when there is an answer",
                        "Deep Synthesis Provisions art. 12, Cybersecurity Law art. 51",
                        Complaints::strangerComplains),
                new Step(
                        "Olga, an officer, finds the complaint right",
                        "a complaint ends with a result that the complainant reads, and the work is gone",
                        "Deep Synthesis Provisions art. 10 and 12",
                        Complaints::officerTakesDown),
                new Step(
                        "Ines, an inspector, looks the work up by its number",
                        "from the number in a file one reaches everything that led to it",
                        "Deep Synthesis Provisions art. 16 and 21",
                        Chain::isComplete),
                new Step(
                        "Ines takes the records of the work with her and checks them on her own",
                        "what is handed over for inspection is proven by nothing but the published key of the log",
                        "Deep Synthesis Provisions art. 21, Cybersecurity Law art. 23",
                        Handover::isVerifiedOffline));
    }
}
