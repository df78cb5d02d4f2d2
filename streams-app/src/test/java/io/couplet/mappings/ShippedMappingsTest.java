package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Deletes;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedMappingsTest {
    private final List<Mapping> mappings = new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS")).catalogue();

    @Test
    void eachComesAfterThoseThatItNeeds() {
        assertThat(mappings)
                .extracting(Mapping::name)
                .containsExactly(
                        "company-company",
                        "salesperson-user",
                        "currency",
                        "local-currency",
                        "customer-statistics",
                        "customer-account",
                        "vendor-account",
                        "contact-contact",
                        "default-price-list",
                        "unit-of-measure",
                        "unit-group",
                        "item-unit",
                        "item-product",
                        "item-availability",
                        "item-default-price",
                        "opportunity",
                        "sales-order",
                        "sales-order-status",
                        "posted-invoice",
                        "posted-invoice-item-line",
                        "resource-unit",
                        "resource-product",
                        "posted-invoice-resource-line",
                        "posted-invoice-write-in",
                        "price-group-price-list",
                        "price-list-header",
                        "price-list-item-line",
                        "price-list-resource-line",
                        "resource-default-price",
                        "sales-order-line-status",
                        "sales-price-line");
    }

    @Test
    void everyFileOfTheFolderIsListed() throws IOException, URISyntaxException {
        Path folder = Path.of(MappingFiles.class.getResource("/mappings").toURI());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(MappingFiles.SHIPPED);
        }
    }

    @Test
    void nothingIsLostOnTheWay() {
        assertThat(new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
                        .checkedCatalogue()
                        .notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.what())
                        .containsAnyOf(
                                "cannot hold is refused there and set aside",
                                "`ownWrites: shown`",
                                "accepted: the crm's 2 goes to the erp as true and comes back as 1"));
    }

    @Test
    void unblockedCustomersTakePart() {
        assertThat(accepts("customer-account", Side.ERP, Map.of("name", Value.text("Adatum"))))
                .isTrue();
        assertThat(accepts("customer-account", Side.ERP, Map.of("blocked", Value.whole(0))))
                .isTrue();
        assertThat(accepts("customer-account", Side.ERP, Map.of("blocked", Value.whole(3))))
                .isFalse();
    }

    @Test
    void activeAccountsOfCustomersTakePart() {
        assertThat(accepts(
                        "customer-account",
                        Side.CRM,
                        Map.of("customertypecode", Value.whole(3), "statecode", Value.whole(0))))
                .isTrue();
        assertThat(accepts(
                        "customer-account",
                        Side.CRM,
                        Map.of("customertypecode", Value.whole(3), "statecode", Value.whole(1))))
                .isFalse();
        assertThat(accepts("customer-account", Side.CRM, Map.of())).isFalse();
    }

    @Test
    void inactiveAccountsOfCustomersStayInToBlockThem() {
        assertThat(accepts(
                        "customer-account",
                        Side.CRM,
                        Map.of(
                                "customertypecode",
                                Value.whole(3),
                                "statecode",
                                Value.whole(1),
                                "accountnumber",
                                Value.text("C00010"))))
                .isTrue();
    }

    @Test
    void rowsOfOtherCompaniesTakeNoPart() {
        Map<String, Value> account = new HashMap<>();
        account.put("customertypecode", Value.whole(3));
        account.put("bcbi_companyidname", Value.text("CRONUS"));
        assertThat(accepts("customer-account", Side.CRM, account)).isTrue();

        account.put("bcbi_companyidname", Value.text("FABRIKAM"));
        assertThat(accepts("customer-account", Side.CRM, account)).isFalse();
    }

    @Test
    void personsOfCustomersTakePart() {
        assertThat(accepts(
                        "contact-contact",
                        Side.ERP,
                        Map.of("type", Value.whole(1), "businessRelation", Value.text("customer/C0001"))))
                .isTrue();
        assertThat(accepts("contact-contact", Side.ERP, Map.of("type", Value.whole(1))))
                .isFalse();
        assertThat(accepts("contact-contact", Side.CRM, Map.of("firstname", Value.text("Ann"))))
                .isFalse();
    }

    @Test
    void usersWhoSellTakePart() {
        Map<String, Value> user = new HashMap<>();
        user.put("islicensed", Value.truth(true));
        assertThat(accepts("salesperson-user", Side.CRM, user)).isTrue();

        user.put("isintegrationuser", Value.truth(true));
        assertThat(accepts("salesperson-user", Side.CRM, user)).isFalse();
    }

    @Test
    void recordsAreCreatedWhereTheDirectionLeads() {
        assertThat(mapping("salesperson-user").policies().createsIn()).containsExactly(Side.ERP);
        assertThat(mapping("currency").policies().createsIn()).containsExactly(Side.CRM);
        assertThat(mapping("customer-account").policies().createsIn()).containsExactlyInAnyOrder(Side.ERP, Side.CRM);
        assertThat(mapping("contact-contact").policies().createsIn()).containsExactlyInAnyOrder(Side.ERP, Side.CRM);
    }

    @Test
    void newRecordsGetTheirKind() {
        assertThat(mapping("customer-account").end(Side.CRM).constants())
                .containsEntry("customertypecode", Value.whole(3))
                .containsEntry("owneridtype", Value.text("systemuser"));
        assertThat(mapping("contact-contact").end(Side.ERP).constants()).containsEntry("type", Value.whole(1));
        assertThat(mapping("contact-contact").end(Side.CRM).constants())
                .containsEntry("parentcustomeridtype", Value.text("account"));
    }

    @Test
    void theAssignedCustomerNumberFlowsBack() {
        Rule number = rule("customer-account", "no=accountnumber");

        assertThat(number.direction()).isEqualTo(Direction.TO_CRM);
        assertThat(mapping("customer-account").end(Side.ERP).businessKey()).isEqualTo("no");
    }

    /** The CRM takes it no more once the invoice is paid: first loads lost it, where the local currency was coupled after the first invoices. */
    @Test
    void anInvoiceWaitsForItsCurrency() {
        assertThat(rule("posted-invoice", "currencyCode=transactioncurrencyid").required())
                .isTrue();
        assertThat(rule("sales-order", "currencyCode=transactioncurrencyid").required())
                .isTrue();
    }

    @Test
    void ownerAndCustomerHoldARecordUpAndThePrimaryContactDoesNot() {
        assertThat(rule("customer-account", "salespersonCode=ownerid").required())
                .isTrue();
        assertThat(rule("contact-contact", "businessRelation=parentcustomerid").required())
                .isTrue();
        assertThat(rule("customer-account", "primaryContactNo=primarycontactid").required())
                .isFalse();
    }

    @Test
    void roundingStepsBecomePlaces() {
        Rule precision = rule("currency", "amountRoundingPrecision=currencyprecision");

        assertThat(Converting.plainly(precision.toCrm(), Converting.decimal("0.01")))
                .isEqualTo(Value.whole(2));
        assertThat(Converting.plainly(precision.toCrm(), Converting.decimal("1")))
                .isEqualTo(Value.whole(0));
        assertThat(Converting.plainly(precision.toCrm(), Converting.decimal("0.05")))
                .isEqualTo(Value.whole(2));
        assertThat(Converting.plainly(precision.toCrm(), Value.BLANK)).isEqualTo(Value.BLANK);
    }

    @Test
    void blockedAndStateSayTheSame() {
        Rule blocked = rule("item-product", "blocked=statecode");

        assertThat(Converting.plainly(blocked.toCrm(), Value.truth(true))).isEqualTo(Value.whole(1));
        assertThat(Converting.plainly(blocked.toCrm(), Value.truth(false))).isEqualTo(Value.whole(0));
        assertThat(Converting.plainly(blocked.toErp(), Value.whole(3))).isEqualTo(Value.truth(true));
        assertThat(Converting.plainly(blocked.toErp(), Value.whole(0))).isEqualTo(Value.truth(false));
    }

    @Test
    void theProductTypeDecides() {
        Map<String, Value> service = Map.of(
                "producttypecode", Value.whole(3), "productstructure", Value.whole(1), "statecode", Value.whole(0));
        assertThat(accepts("resource-product", Side.CRM, service)).isTrue();
        assertThat(accepts("item-product", Side.CRM, service)).isFalse();
    }

    @Test
    void singlePricesOfPriceGroupsTakePart() {
        Map<String, Value> price = new HashMap<>();
        price.put("salesType", Value.whole(1));
        price.put("salesCode", Value.text("RETAIL"));
        assertThat(accepts("sales-price-line", Side.ERP, price)).isTrue();

        price.put("minimumQuantity", Converting.decimal("10"));
        assertThat(accepts("sales-price-line", Side.ERP, price)).isFalse();

        price.put("minimumQuantity", Value.BLANK);
        price.put("salesType", Value.whole(0));
        assertThat(accepts("sales-price-line", Side.ERP, price)).isFalse();
    }

    @Test
    void whoseDeleteItIsMatters() {
        Deletes deletes = mapping("sales-price-line").policies().delete();
        assertThat(deletes.on(Side.ERP)).isEqualTo(Policies.Delete.PROPAGATE);
        assertThat(deletes.on(Side.CRM)).isEqualTo(Policies.Delete.RESTORE);
        assertThat(mapping("currency").policies().delete().always(Policies.Delete.UNCOUPLE))
                .isTrue();
    }

    /** What else a customer gives as a reference is no order that the invoice would wait for. */
    @Test
    void invoicesReferToOrdersOfTheCrmOnly() {
        Conversion order = rule("posted-invoice", "yourReference=salesorderid").toCrm();

        assertThat(order.convert(Value.text("ORD-000001"), References.NONE))
                .isEqualTo(new Conversion.Converted.Unresolved(
                        new Name("sales-order-status", "erp/CRONUS/orderprogress/yourReference=ORD-000001")));
        assertThat(Converting.plainly(order, Value.text("PO 7"))).isEqualTo(Value.BLANK);
    }

    @Test
    void nothingIsBelowZero() {
        Rule stock = rule("item-availability", "inventory=quantityonhand");

        assertThat(Converting.plainly(stock.toCrm(), Converting.decimal("-2.5")))
                .isEqualTo(Converting.decimal("0"));
        assertThat(Converting.plainly(stock.toCrm(), Converting.decimal("2.5"))).isEqualTo(Converting.decimal("2.5"));
    }

    @Test
    void aSalespersonsNameIsCutAtWhatTheErpHolds() {
        Rule name = rule("salesperson-user", "name=fullname");

        assertThat(Converting.plainly(name.toErp(), Value.text("x".repeat(60)))).isEqualTo(Value.text("x".repeat(50)));
        assertThat(Converting.plainly(name.toErp(), Value.text("Jim Olive"))).isEqualTo(Value.text("Jim Olive"));
    }

    private boolean accepts(String mapping, Side side, Map<String, Value> record) {
        return mapping(mapping).end(side).filter().accepts(field -> record.getOrDefault(field, Value.BLANK));
    }

    private Mapping mapping(String name) {
        return mappings.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Rule rule(String mapping, String name) {
        return mapping(mapping).rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
