package io.mingshi.labels.container.film;

import java.util.Set;

/// The elements of Matroska that matter here (RFC 8794 for EBML, RFC 9559 for Matroska).
final class Ids {
    static final int EBML = 0x1A45DFA3;
    static final int MAX_ID_LENGTH = 0x42F2;
    static final int MAX_SIZE_LENGTH = 0x42F3;
    static final int DOC_TYPE = 0x4282;
    static final int VOID = 0xEC;
    static final int CRC_32 = 0xBF;

    static final int SEGMENT = 0x18538067;
    static final int SEEK_HEAD = 0x114D9B74;
    static final int SEEK = 0x4DBB;
    static final int SEEK_ID = 0x53AB;
    static final int SEEK_POSITION = 0x53AC;
    static final int INFO = 0x1549A966;
    static final int TITLE = 0x7BA9;
    static final int TRACKS = 0x1654AE6B;
    static final int TRACK_ENTRY = 0xAE;
    static final int TRACK_NAME = 0x536E;
    static final int CHAPTERS = 0x1043A770;
    static final int ATTACHMENTS = 0x1941A469;
    static final int ATTACHED_FILE = 0x61A7;
    static final int FILE_DATA = 0x465C;
    static final int CLUSTER = 0x1F43B675;
    static final int CLUSTER_POSITION = 0xA7;

    static final int CUES = 0x1C53BB6B;
    static final int CUE_POINT = 0xBB;
    static final int CUE_TRACK_POSITIONS = 0xB7;
    static final int CUE_CLUSTER_POSITION = 0xF1;
    static final int CUE_CODEC_STATE = 0xEA;
    static final int CUE_REFERENCE = 0xDB;
    static final int CUE_REF_CLUSTER = 0x97;
    static final int CUE_REF_CODEC_STATE = 0xEB;

    static final int TAGS = 0x1254C367;
    static final int TAG = 0x7373;
    static final int TARGETS = 0x63C0;
    static final int TRACK_UID = 0x63C5;
    static final int EDITION_UID = 0x63C9;
    static final int CHAPTER_UID = 0x63C4;
    static final int ATTACHMENT_UID = 0x63C6;
    static final int SIMPLE_TAG = 0x67C8;
    static final int TAG_NAME = 0x45A3;
    static final int TAG_STRING = 0x4487;
    static final int TAG_BINARY = 0x4485;

    /// What ends a cluster whose size is unknown.
    static final Set<Integer> LEVEL_ONE =
            Set.of(SEEK_HEAD, INFO, TRACKS, CHAPTERS, ATTACHMENTS, CLUSTER, CUES, TAGS, SEGMENT, EBML);

    /// Elements that hold others, as far as they are looked into.
    static final Set<Integer> MASTERS = Set.of(
            SEEK_HEAD,
            SEEK,
            INFO,
            TRACKS,
            TRACK_ENTRY,
            CUES,
            CUE_POINT,
            CUE_TRACK_POSITIONS,
            CUE_REFERENCE,
            TAGS,
            TAG,
            TARGETS,
            SIMPLE_TAG);

    /// Places in the segment, counted from where its content begins.
    static final Set<Integer> POSITIONS =
            Set.of(SEEK_POSITION, CUE_CLUSTER_POSITION, CUE_REF_CLUSTER, CUE_CODEC_STATE, CUE_REF_CODEC_STATE);

    private Ids() {}
}
