package io.couplet.local.sandbox;

/** How a customer pays and is delivered: the ERP's codes and the CRM's option values of the same meaning. */
public enum Terms {
    STANDARD("30 DAYS", 1, "FOB", 1, "DHL", 2),
    LONG("45 DAYS", 3, "FOB", 1, "UPS", 4),
    LARGE("60 DAYS", 4, "CIP", 2, "FEDEX", 3);

    private final String paymentTerms;
    private final int paymentTermsOption;
    private final String shipmentMethod;
    private final int freightTermsOption;
    private final String shippingAgent;
    private final int shippingMethodOption;

    Terms(
            String paymentTerms,
            int paymentTermsOption,
            String shipmentMethod,
            int freightTermsOption,
            String shippingAgent,
            int shippingMethodOption) {
        this.paymentTerms = paymentTerms;
        this.paymentTermsOption = paymentTermsOption;
        this.shipmentMethod = shipmentMethod;
        this.freightTermsOption = freightTermsOption;
        this.shippingAgent = shippingAgent;
        this.shippingMethodOption = shippingMethodOption;
    }

    String paymentTerms() {
        return paymentTerms;
    }

    int paymentTermsOption() {
        return paymentTermsOption;
    }

    String shipmentMethod() {
        return shipmentMethod;
    }

    int freightTermsOption() {
        return freightTermsOption;
    }

    String shippingAgent() {
        return shippingAgent;
    }

    int shippingMethodOption() {
        return shippingMethodOption;
    }
}
