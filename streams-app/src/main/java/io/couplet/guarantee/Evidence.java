package io.couplet.guarantee;

/** A recording, put in order once for all guarantees. For one thread. */
final class Evidence {
    final Recording recording;

    Evidence(Recording recording) {
        this.recording = recording;
    }
}
