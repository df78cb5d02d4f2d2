package io.couplet.domain.model;

/**
 * The name of one row, which survives renumbering: {@code erp/<company>/<entity>/<id>} or {@code crm/<entity>/<id>}. The id is
 * the row's technical key (BC SystemId, Dataverse primary GUID).
 *
 * @param text the whole name; the key of the record on change topics
 */
public record RecordRef(String text) implements Comparable<RecordRef> {

    /** The length of the word for a side. */
    private static final int SIDE = 3;

    /** Throws {@link IllegalArgumentException} unless {@code text} has the form of a reference. */
    public RecordRef {
        int slashes = slashes(text);
        boolean wellFormed = text.startsWith("erp/") ? slashes == 3 : text.startsWith("crm/") && slashes == 2;
        if (!wellFormed || text.endsWith("/")) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a record reference; expected erp/<company>/<entity>/<id> or crm/<entity>/<id>");
        }
    }

    private static int slashes(String text) {
        int slashes = 0;
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes;
    }

    /** The reference of an ERP row. */
    public static RecordRef erp(String company, String entity, String id) {
        return new RecordRef("erp/" + company + "/" + entity + "/" + id);
    }

    /** The reference of a CRM row. */
    public static RecordRef crm(String entity, String id) {
        return new RecordRef("crm/" + entity + "/" + id);
    }

    /** The system that holds the row. */
    public Side side() {
        return text.charAt(0) == 'e' ? Side.ERP : Side.CRM;
    }

    /** The record type with its system, such as {@code erp/customer}; it names no company. */
    public String entity() {
        int end = text.lastIndexOf('/');
        return side().word() + text.substring(text.lastIndexOf('/', end - 1), end);
    }

    /** Whether {@link #entity} is this one. */
    public boolean isA(String entity) {
        int end = text.lastIndexOf('/');
        int length = entity.length() - SIDE;
        return text.regionMatches(0, entity, 0, SIDE) && text.regionMatches(end - length, entity, SIDE, length);
    }

    /** The technical key of the row. */
    public String id() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The ERP company, or an empty text for a CRM row. */
    public String company() {
        return side() == Side.CRM ? "" : text.substring(4, text.indexOf('/', 4));
    }

    @Override
    public int compareTo(RecordRef other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
