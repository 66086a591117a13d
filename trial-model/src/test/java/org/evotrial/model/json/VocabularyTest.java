package org.evotrial.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.toy.ToyPlugin;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.Plugins;
import org.evotrial.spi.TreatmentConfiguration;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final ClassLoader LOADER = VocabularyTest.class.getClassLoader();

    @Test
    void holdsTheBuiltInDesignAndThoseOfPlugins() {
        Vocabulary vocabulary = new Vocabulary(Plugins.load(LOADER));
        assertThat(vocabulary.types(DesignConfiguration.class))
                .containsEntry("composed", DesignPlan.class)
                .containsEntry("toy-two-arms", ToyPlugin.ToyTwoArms.class);
        assertThat(vocabulary.types(DesignConfiguration.class).keySet()).first().isEqualTo("composed");
    }

    @Test
    void holdsSealedVocabulariesInTheOrderOfTheirDeclaration() {
        assertThat(new Vocabulary(List.of()).types(Condition.class).keySet())
                .containsExactly("calendar", "events", "randomised", "minimum-follow-up", "and", "or");
    }

    @Test
    void aSealedInterfaceWithinAnotherStandsForWhatItPermits() {
        assertThat(new Vocabulary(List.of()).types(Shape.class))
                .containsExactly(entry("point", Point.class), entry("square", Square.class), entry("disc", Disc.class));
    }

    private sealed interface Shape {}

    @TypeId("point")
    private record Point() implements Shape {}

    private sealed interface Wide extends Shape {}

    @TypeId("square")
    private record Square() implements Wide {}

    @TypeId("disc")
    private record Disc() implements Wide {}

    @Test
    void namesBothPluginsThatClaimOneType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(new ToyPlugin(), new Rival())))
                .withMessage("The type \"toy-drug\" of TreatmentConfiguration is claimed by both %s and %s."
                        .formatted(ToyPlugin.class.getName(), Rival.class.getName()));
    }

    @Test
    void rejectsAClassWithoutTypeId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(new Nameless())))
                .withMessageContaining("must carry @TypeId");
    }

    @Test
    void findsNoPluginsWhereNoneAreListed() {
        assertThat(Plugins.load(ClassLoader.getPlatformClassLoader())).isEmpty();
    }

    private static final class Rival implements Plugin {
        @Override
        public List<Class<? extends TreatmentConfiguration>> treatments() {
            return List.of(RivalDrug.class);
        }
    }

    @TypeId("toy-drug")
    private record RivalDrug() implements TreatmentConfiguration {}

    private static final class Nameless implements Plugin {
        @Override
        public List<Class<? extends TreatmentConfiguration>> treatments() {
            return List.of(NamelessDrug.class);
        }
    }

    private record NamelessDrug() implements TreatmentConfiguration {}
}
