package io.mingshi.gateway;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.governance.Capability;
import java.util.List;
import java.util.Optional;

/// What a caller asks a model for, complete: an upstream is given nothing else.
public sealed interface Prompt {
    ModelId model();

    Capability capability();

    /// Every text in it that reaches the model, each to be screened.
    List<String> texts();

    /// Every picture and sound in it that reaches the model.
    default List<Media> media() {
        return List.of();
    }

    /// What was declared about the people in its pictures; empty where it has none.
    default Optional<Depiction> depicted() {
        return Optional.empty();
    }

    /// SHA-256 over the texts as screened, and over the picture where there is one.
    default String hash() {
        return Sha256.of(String.join("\n", texts()));
    }

    /// A conversation to be continued.
    ///
    /// @param question what was said last, for the demonstration generator
    /// @param request the JSON that an OpenAI-compatible upstream is sent, without `stream`
    /// @param choices how many answers, 1 to 4
    record Chat(ModelId model, List<String> texts, String question, String request, int choices) implements Prompt {
        public Chat {
            texts = List.copyOf(texts);
        }

        @Override
        public Capability capability() {
            return Capability.CHAT;
        }
    }

    /// Pictures to be made from a description.
    ///
    /// @param count how many, 1 to 4
    record Picture(ModelId model, String description, int count, int width, int height) implements Prompt {
        @Override
        public Capability capability() {
            return Capability.IMAGE_GENERATION;
        }

        @Override
        public List<String> texts() {
            return List.of(description);
        }
    }

    /// A picture to be changed.
    ///
    /// @param count how many versions, 1 to 4
    record Edit(ModelId model, String instruction, Media picture, int count, Depiction depiction) implements Prompt {
        @Override
        public Capability capability() {
            return Capability.IMAGE_EDIT;
        }

        @Override
        public List<String> texts() {
            return List.of(instruction);
        }

        @Override
        public List<Media> media() {
            return List.of(picture);
        }

        @Override
        public Optional<Depiction> depicted() {
            return Optional.of(depiction);
        }

        @Override
        public String hash() {
            return Sha256.of(instruction + "\n" + Sha256.of(picture.bytes()));
        }
    }

    /// A text to be spoken.
    ///
    /// @param speed 0.25 to 4, 1 is normal
    record Speech(ModelId model, String text, String voice, String instructions, double speed) implements Prompt {
        @Override
        public Capability capability() {
            return Capability.SPEECH;
        }

        @Override
        public List<String> texts() {
            return List.of(text, voice, instructions);
        }
    }
}
