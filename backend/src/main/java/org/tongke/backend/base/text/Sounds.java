package org.tongke.backend.base.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Found;

/**
 * The pairs of characters that stand in any text, by how they sound: the collection {@code sounds}. It only grows, and slowly: what is
 * written about school is written in some ten thousand pairs. Not sharded.
 */
@Component
public class Sounds {
    private static final String ID = "_id";
    private static final String PAIR = "pair";
    private static final String SYLLABLES = "syllables";
    private static final String INITIALS = "initials";
    private static final String PARTS = "parts";
    private static final int REMEMBERED = 200_000;
    /** How many pairs letters can stand for. */
    private static final int MOST_FOUND = 5_000;

    private final MongoCollection<Document> sounds;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Sounds(MongoDatabase database) {
        sounds = database.getCollection("sounds");
        // find(): what was typed in pinyin, or by initials
        sounds.createIndex(Indexes.ascending(SYLLABLES), new IndexOptions().name("syllables"));
        sounds.createIndex(Indexes.ascending(INITIALS), new IndexOptions().name("initials"));
        // find(): a single character, or a single syllable
        sounds.createIndex(Indexes.ascending(PARTS), new IndexOptions().name("parts"));
        giveParts();
    }

    /** Those that were learned before single characters were asked for have no parts yet. Repeating it changes nothing. */
    private void giveParts() {
        var lacking = Found.all(sounds.find(Filters.exists(PARTS, false)), Sounds::read);
        if (!lacking.isEmpty()) {
            sounds.bulkWrite(
                    lacking.stream()
                            .map(sound -> new UpdateOneModel<Document>(
                                    Filters.eq(ID, idOf(sound)), Updates.set(PARTS, sound.parts())))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /**
     * Learns how texts sound, before they are written. A pair that was heard before is not looked at again: reading characters takes
     * longer than writing them. No round trip where nothing is new; else one.
     */
    public void learn(Collection<String> texts) {
        var fresh = new HashMap<String, Document>();
        // of a batch's texts most are the same: subjects, classes, names
        for (var text : Set.copyOf(texts)) {
            TextTokens.wordsOf(text).stream()
                    .filter(TextTokens::isChinese)
                    .filter(this::isNew)
                    .flatMap(word -> Sound.of(word).stream())
                    .forEach(sound -> fresh.put(sound.pair(), write(sound)));
        }
        if (fresh.isEmpty()) {
            return;
        }
        try {
            sounds.insertMany(List.copyOf(fresh.values()), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            if (!DuplicateKey.isAll(failed)) {
                throw failed; // what is there already is no failure
            }
        }
        fresh.keySet().forEach(pair -> known.put(pair, true));
    }

    private boolean isNew(String word) {
        return TextTokens.pairs(TextTokens.characters(word)).stream()
                .anyMatch(pair -> known.getIfPresent(pair) == null);
    }

    /**
     * Finds texts that hold words: Chinese ones as written, others as pinyin, as initials, or as the beginning of a word. One round
     * trip, or none where all are Chinese words of several characters.
     *
     * @param field name of the array with the tokens of {@link TextTokens}
     * @param words words, as {@link TextTokens#words} gives them
     * @return a filter for each word
     */
    public Map<String, Bson> holding(String field, Collection<String> words) {
        var asked = new HashMap<String, Typed>();
        for (var word : words) {
            if (!TextTokens.isChinese(word)) {
                asked.put(word, Typed.of(word));
            } else if (isSingle(word)) {
                asked.put(word, new Typed(List.of(Set.of(word)), Set.of()));
            }
        }
        var found = find(asked.values());
        var filters = new HashMap<String, Bson>();
        for (var word : words) {
            var typed = asked.get(word);
            filters.put(
                    word,
                    typed == null
                            ? Filters.all(field, TextTokens.pairs(TextTokens.characters(word)))
                            : heard(field, word, typed, found));
        }
        return filters;
    }

    private static boolean isSingle(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private static Bson heard(String field, String word, Typed typed, Heard heard) {
        var ways = new ArrayList<Bson>();
        ways.add(Filters.eq(field, TextTokens.beginning(word)));
        typed.readings().forEach(reading -> addWay(ways, field, reading, heard.bySyllables()));
        addWay(ways, field, typed.initials(), heard.byInitials());
        return ways.size() == 1 ? ways.getFirst() : Filters.or(ways);
    }

    private static void addWay(
            List<Bson> ways, String field, Collection<String> parts, Map<String, Set<String>> pairsOf) {
        if (!parts.isEmpty() && parts.stream().allMatch(pairsOf::containsKey)) {
            ways.add(Filters.and(parts.stream()
                    .map(part -> Filters.in(field, pairsOf.getOrDefault(part, Set.of())))
                    .toList()));
        }
    }

    private Heard find(Collection<Typed> asked) {
        var heard = new Heard(new HashMap<>(), new HashMap<>());
        var syllables = new HashSet<String>();
        var initials = new HashSet<String>();
        for (var typed : asked) {
            typed.readings().forEach(syllables::addAll);
            initials.addAll(typed.initials());
        }
        if (syllables.isEmpty() && initials.isEmpty()) {
            return heard;
        }
        // a single character or syllable is part of many pairs
        var found = sounds.find(Filters.or(
                        Filters.in(SYLLABLES, syllables), Filters.in(INITIALS, initials), Filters.in(PARTS, syllables)))
                .limit(MOST_FOUND);
        Found.all(found, Sounds::read).forEach(heard::add);
        return heard;
    }

    private static Document write(Sound sound) {
        return new Document(ID, idOf(sound))
                .append(PAIR, sound.pair())
                .append(SYLLABLES, sound.syllables())
                .append(INITIALS, sound.initials())
                .append(PARTS, sound.parts());
    }

    private static String idOf(Sound sound) {
        return sound.pair() + " " + sound.syllables();
    }

    private static Sound read(Document stored) {
        return new Sound(stored.getString(PAIR), stored.getString(SYLLABLES), stored.getString(INITIALS));
    }

    /**
     * What letters can mean.
     *
     * @param readings ways to read them as syllables, as pairs of neighbours; a single one, or a single character, stands for itself
     * @param initials the letters as initials, as pairs of neighbours; empty for a single letter
     */
    private record Typed(List<Set<String>> readings, Set<String> initials) {
        static Typed of(String word) {
            var readings = Pinyin.readings(word).stream().map(Typed::neighbours).toList();
            var initials = word.length() < 2 ? Set.<String>of() : TextTokens.pairs(TextTokens.characters(word));
            return new Typed(readings, initials);
        }

        private static Set<String> neighbours(List<String> syllables) {
            if (syllables.size() == 1) {
                return Set.of(syllables.getFirst());
            }
            var pairs = new HashSet<String>();
            for (int index = 0; index + 1 < syllables.size(); index++) {
                pairs.add(Sound.join(syllables.get(index), syllables.get(index + 1)));
            }
            return pairs;
        }
    }

    /** Pairs by how they sound. */
    private record Heard(Map<String, Set<String>> bySyllables, Map<String, Set<String>> byInitials) {
        void add(Sound sound) {
            bySyllables.computeIfAbsent(sound.syllables(), _ -> new HashSet<>()).add(sound.pair());
            byInitials.computeIfAbsent(sound.initials(), _ -> new HashSet<>()).add(sound.pair());
            sound.parts()
                    .forEach(part -> bySyllables
                            .computeIfAbsent(part, _ -> new HashSet<>())
                            .add(sound.pair()));
        }
    }
}
