package io.mingshi.records;

import io.mingshi.evidencelog.note.SignedNote;

/// Signs texts with the key of the evidence log; never a checkpoint, nor what could be taken for one.
public interface NoteSigner {
    SignedNote sign(String text);
}
