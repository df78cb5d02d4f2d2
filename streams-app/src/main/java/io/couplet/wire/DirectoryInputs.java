package io.couplet.wire;

import io.couplet.contract.DirectoryInput;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.DirectoryMessage.AliasGone;
import io.couplet.domain.message.DirectoryMessage.AliasSet;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.CreateCounterpart;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.MadeFor;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.DirectoryMessage.Unregister;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.DirectoryMessage.Written;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;

/** Both directions of the topic directory-inputs. Safe for any thread. */
public final class DirectoryInputs {
    private final LoadedMappings mappings;

    /** Reads what is about these mappings. */
    public DirectoryInputs(LoadedMappings mappings) {
        this.mappings = mappings;
    }

    /** As the topic has it. */
    public static DirectoryInput toAvro(DirectoryInbox.Told told) {
        return new DirectoryInput(told.mapping(), toAvro(told.message()));
    }

    private static Object toAvro(DirectoryMessage message) {
        if (message instanceof DirectoryMessage.ToMatchKey statement) {
            return statement(statement);
        } else if (message instanceof AliasSet set) {
            return new io.couplet.contract.AliasSet(
                    set.coupling(), set.holder().text(), set.partner().text(), set.rowVersion());
        } else if (message instanceof AliasGone gone) {
            return new io.couplet.contract.AliasGone(gone.coupling(), gone.rowVersion());
        } else if (message instanceof SnapshotMarker marker) {
            return new io.couplet.contract.SnapshotMarker(
                    io.couplet.contract.Side.valueOf(marker.side().name()), marker.sourcePartition());
        } else if (message instanceof Subscribe subscribe) {
            return new io.couplet.contract.Subscribe(subscribe.partition());
        } else if (message instanceof DirectoryMessage.ToRecord told) {
            return toRecord(told);
        }
        throw noContract(message);
    }

    private static Object statement(DirectoryMessage.ToMatchKey statement) {
        if (statement instanceof Register register) {
            return new io.couplet.contract.Register(
                    register.ref().text(), register.owned(), Images.text(register.partner()));
        }
        return new io.couplet.contract.Unregister(((Unregister) statement).ref().text());
    }

    private static Object toRecord(DirectoryMessage.ToRecord message) {
        if (message instanceof Verdict verdict) {
            return new io.couplet.contract.Verdict(
                    verdict.matchKey(),
                    io.couplet.contract.Judgement.valueOf(verdict.judgement().name()),
                    Images.text(verdict.partner()));
        } else if (message instanceof ClaimFor claim) {
            return new io.couplet.contract.ClaimFor(
                    claim.coupling(), claim.lead().text());
        } else if (message instanceof Couple couple) {
            return new io.couplet.contract.Couple(couple.partner().text(), couple.by());
        } else if (message instanceof UncoupleRecord uncouple) {
            return new io.couplet.contract.UncoupleRecord(uncouple.by(), uncouple.coupling());
        } else if (message instanceof ReleaseHeld free) {
            return new io.couplet.contract.ReleaseHeld(free.by());
        } else if (message instanceof CreateCounterpart create) {
            return new io.couplet.contract.CreateCounterpart(create.by(), create.incarnation());
        } else if (message instanceof MadeFor made) {
            return new io.couplet.contract.MadeFor(made.coupling());
        } else if (message instanceof Info info) {
            return info(info);
        } else if (message instanceof Release release) {
            return new io.couplet.contract.Release(
                    release.coupling(),
                    io.couplet.contract.ReleaseReason.valueOf(release.why().name()),
                    release.image() == null ? null : Images.toAvro(release.image()),
                    release.ends(),
                    release.version() == null ? null : release.version().row(),
                    release.version() != null && release.version().deleted());
        } else if (message instanceof Written written) {
            return new io.couplet.contract.Written(written.coupling(), Images.toAvro(written.image()));
        }
        throw noContract(message);
    }

    private static io.couplet.contract.Info info(Info info) {
        return new io.couplet.contract.Info(
                info.coupling(),
                Images.text(info.partner()),
                Images.text(info.wanted()),
                info.businessKey(),
                info.version());
    }

    private static Info info(io.couplet.contract.Info info) {
        return new Info(
                info.getCoupling(),
                Images.ref(info.getPartner()),
                Images.ref(info.getWanted()),
                info.getBusinessKey(),
                info.getVersion());
    }

    private static IllegalArgumentException noContract(DirectoryMessage message) {
        return new IllegalArgumentException(
                "no contract for " + message.getClass().getSimpleName());
    }

    /**
     * What an input says.
     *
     * @throws UnknownMapping if its mapping is not loaded
     * @throws IllegalArgumentException if it names a record wrongly
     */
    public DirectoryInbox fromAvro(DirectoryInput input) {
        return new DirectoryInbox.Told(mappings.get(input.getMapping()).name(), message(input.getMessage()));
    }

    private static DirectoryMessage message(Object message) {
        if (message instanceof io.couplet.contract.Register register) {
            return new Register(
                    new RecordRef(register.getRef()), register.getOwned(), Images.ref(register.getPartner()));
        } else if (message instanceof io.couplet.contract.Unregister unregister) {
            return new Unregister(new RecordRef(unregister.getRef()));
        } else if (message instanceof io.couplet.contract.AliasSet set) {
            return new AliasSet(
                    set.getCoupling(),
                    new RecordRef(set.getHolder()),
                    new RecordRef(set.getPartner()),
                    set.getRowVersion());
        } else if (message instanceof io.couplet.contract.AliasGone gone) {
            return new AliasGone(gone.getCoupling(), gone.getRowVersion());
        } else if (message instanceof io.couplet.contract.SnapshotMarker marker) {
            return new SnapshotMarker(Side.valueOf(marker.getSide().name()), marker.getSourcePartition());
        } else if (message instanceof io.couplet.contract.Subscribe subscribe) {
            return new Subscribe(subscribe.getPartition());
        }
        return toRecordFromAvro(message);
    }

    private static DirectoryMessage toRecordFromAvro(Object message) {
        if (message instanceof io.couplet.contract.Verdict verdict) {
            return new Verdict(
                    verdict.getMatchKey(),
                    Judgement.valueOf(verdict.getJudgement().name()),
                    Images.ref(verdict.getPartner()));
        } else if (message instanceof io.couplet.contract.ClaimFor claim) {
            return new ClaimFor(claim.getCoupling(), new RecordRef(claim.getLead()));
        } else if (message instanceof io.couplet.contract.Couple couple) {
            return new Couple(new RecordRef(couple.getPartner()), couple.getBy());
        } else if (message instanceof io.couplet.contract.UncoupleRecord uncouple) {
            return new UncoupleRecord(uncouple.getBy(), uncouple.getCoupling());
        } else if (message instanceof io.couplet.contract.ReleaseHeld free) {
            return new ReleaseHeld(free.getBy());
        } else if (message instanceof io.couplet.contract.CreateCounterpart create) {
            return new CreateCounterpart(create.getBy(), create.getIncarnation());
        } else if (message instanceof io.couplet.contract.MadeFor made) {
            return new MadeFor(made.getCoupling());
        } else if (message instanceof io.couplet.contract.Info info) {
            return info(info);
        } else if (message instanceof io.couplet.contract.Release release) {
            return new Release(
                    release.getCoupling(),
                    ReleaseReason.valueOf(release.getWhy().name()),
                    release.getImage() == null ? null : Images.fromAvro(release.getImage()),
                    release.getEnds(),
                    release.getVersion() == null ? null : new Version(release.getVersion(), release.getRemoved()));
        } else if (message instanceof io.couplet.contract.Written written) {
            return new Written(written.getCoupling(), Images.fromAvro(written.getImage()));
        }
        throw new IllegalArgumentException(
                "no message for " + message.getClass().getSimpleName());
    }
}
