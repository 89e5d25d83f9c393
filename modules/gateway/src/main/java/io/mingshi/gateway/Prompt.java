package io.mingshi.gateway;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.governance.Capability;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// SHA-256 over the texts as screened, and over the pictures and sounds where there are any.
    default String hash() {
        return Sha256.of(String.join(
                "\n",
                Stream.concat(texts().stream(), media().stream().map(one -> Sha256.of(one.bytes())))
                        .toList()));
    }

    /// A conversation to be continued.
    ///
    /// @param question what was said last, for the demonstration generator
    /// @param request the JSON that an OpenAI-compatible upstream is sent, without `stream`
    /// @param choices how many answers, 1 to 4
    /// @param form how the answer is read
    record Chat(
            ModelId model,
            List<String> texts,
            String question,
            String request,
            int choices,
            Form form,
            List<Media> media,
            Optional<Depiction> depicted)
            implements Prompt {
        public Chat {
            texts = List.copyOf(texts);
            media = List.copyOf(media);
        }

        @Override
        public Capability capability() {
            return Capability.CHAT;
        }
    }

    /// How the answer to a conversation is read, which decides where its notice goes.
    enum Form {
        /// By people: the text begins with the notice.
        TEXT,
        /// By people or, where the model calls a tool instead, by a program.
        TEXT_OR_CALLS,
        /// As JSON, which a notice inside would break.
        DATA
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
    }

    /// A picture to be made anew in a few ways, without a word said about how.
    ///
    /// @param count how many, 1 to 4
    record Variation(ModelId model, Media picture, int count, Depiction depiction) implements Prompt {
        @Override
        public Capability capability() {
            return Capability.IMAGE_EDIT;
        }

        @Override
        public List<String> texts() {
            return List.of();
        }

        @Override
        public List<Media> media() {
            return List.of(picture);
        }

        @Override
        public Optional<Depiction> depicted() {
            return Optional.of(depiction);
        }
    }

    /// A text to be spoken.
    ///
    /// @param speed 0.25 to 4, 1 is normal
    /// @param sample whose voice it is to be spoken in, and who that is; empty for a voice of the model's own
    record Speech(ModelId model, String text, String voice, String instructions, double speed, Optional<Sample> sample)
            implements Prompt {
        @Override
        public Capability capability() {
            return Capability.SPEECH;
        }

        @Override
        public List<String> texts() {
            return sample.map(given -> List.of(text, voice, instructions, given.words()))
                    .orElseGet(() -> List.of(text, voice, instructions));
        }

        @Override
        public List<Media> media() {
            return sample.stream().map(Sample::sound).toList();
        }

        @Override
        public Optional<Depiction> depicted() {
            return sample.map(Sample::depiction);
        }
    }

    /// A voice to be imitated.
    ///
    /// @param words what it says; may be empty
    record Sample(Media sound, String words, Depiction depiction) {}

    /// A sound to be written down.
    ///
    /// @param hint words that may occur in it; may be empty
    /// @param language as ISO 639-1; empty where it is to be found out
    record Transcription(ModelId model, Media sound, String hint, String language) implements Prompt {
        @Override
        public Capability capability() {
            return Capability.TRANSCRIPTION;
        }

        @Override
        public List<String> texts() {
            return List.of(hint, language);
        }

        @Override
        public List<Media> media() {
            return List.of(sound);
        }
    }

    /// A film to be made from a description.
    ///
    /// @param seconds how long, 1 to 12
    /// @param reference how it begins, and who that shows; empty where the words say everything
    record Film(
            ModelId model,
            String description,
            int seconds,
            int width,
            int height,
            Optional<Media> reference,
            Optional<Depiction> depicted)
            implements Prompt {
        @Override
        public Capability capability() {
            return Capability.VIDEO;
        }

        @Override
        public List<Media> media() {
            return reference.stream().toList();
        }

        @Override
        public List<String> texts() {
            return List.of(description);
        }
    }
}
