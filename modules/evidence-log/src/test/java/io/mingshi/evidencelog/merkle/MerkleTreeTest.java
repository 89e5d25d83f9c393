package io.mingshi.evidencelog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.EvidenceLogException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int ALL_SIZES = 600;
    private static final int MANY = 70_000;

    /// The inputs and roots that implementations of Certificate Transparency have in common.
    private static final List<String> KNOWN_ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final List<byte[]> ENTRIES = ManyEntries.of(MANY);
    private static final List<Hash> LEAVES = ManyEntries.leaves(ENTRIES);
    private static final TileReader TILES = ManyEntries.tiles(ENTRIES);
    private static final NaiveTree DEFINITION = new NaiveTree(ENTRIES);

    @Test
    void theRootsAreThoseThatCertificateTransparencyHas() {
        CompactRange range = new CompactRange();
        List<String> roots = new ArrayList<>(List.of(hex(range.root())));
        for (String entry : KNOWN_ENTRIES) {
            range.append(new TreeHasher().leaf(HexFormat.of().parseHex(entry)));
            roots.add(hex(range.root()));
        }
        assertThat(roots).isEqualTo(KNOWN_ROOTS);
    }

    @Test
    void theProofsAreThoseThatCertificateTransparencyHas() throws IOException {
        List<byte[]> entries =
                KNOWN_ENTRIES.stream().map(HexFormat.of()::parseHex).toList();
        TileTree eight = new TileTree(ManyEntries.tiles(entries), 8);
        assertThat(eight.inclusion(0).hashes().stream().map(MerkleTreeTest::hex))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(eight.consistency(6).hashes().stream().map(MerkleTreeTest::hex))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyRootUpToManySizesIsTheDefinitionsRoot() throws IOException {
        CompactRange range = new CompactRange();
        for (int size = 0; size <= ALL_SIZES; size++) {
            Hash root = DEFINITION.root(size);
            assertThat(range.root()).isEqualTo(root);
            assertThat(new TileTree(TILES, size).root()).isEqualTo(root);
            range.append(LEAVES.get(size));
        }
    }

    @Test
    void everyInclusionProofIsTheDefinitionsAndVerifies() throws IOException {
        for (int size = 1; size <= ALL_SIZES; size++) {
            TileTree tree = new TileTree(TILES, size);
            Hash root = tree.root();
            for (int index = 0; index < size; index += step(size)) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.hashes()).isEqualTo(DEFINITION.path(index, size));
                assertThat(proof.verifies(LEAVES.get(index), root)).isTrue();
            }
        }
    }

    @Test
    void everyConsistencyProofIsTheDefinitionsAndVerifies() throws IOException {
        for (int size = 0; size <= ALL_SIZES; size++) {
            TileTree tree = new TileTree(TILES, size);
            Hash root = tree.root();
            for (int old = 0; old <= size; old += step(size)) {
                ConsistencyProof proof = tree.consistency(old);
                assertThat(proof.hashes()).isEqualTo(DEFINITION.consistency(old, size));
                assertThat(proof.verifies(tree.root(old), root)).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void aLargeTreeProvesItsLeavesAndItsPast(
            @ForAll @IntRange(min = 1, max = MANY) int size,
            @ForAll @IntRange(min = 0, max = MANY - 1) int anIndex,
            @ForAll @IntRange(min = 0, max = MANY) int anOld)
            throws IOException {
        int index = anIndex % size;
        int old = anOld % (size + 1);
        TileTree tree = new TileTree(TILES, size);
        Hash root = root(size);
        assertThat(tree.root()).isEqualTo(root);
        assertThat(tree.inclusion(index).verifies(LEAVES.get(index), root)).isTrue();
        assertThat(tree.consistency(old).verifies(root(old), root)).isTrue();
        assertThat(tree.leaf(index)).isEqualTo(LEAVES.get(index));
    }

    @Property(tries = 500)
    void aProofThatWasAlteredDoesNotVerify(
            @ForAll @IntRange(min = 2, max = 3000) int size,
            @ForAll @IntRange(min = 0, max = 2999) int anIndex,
            @ForAll @IntRange(min = 0, max = 63) int place,
            @ForAll @IntRange(min = 0, max = 3) int how)
            throws IOException {
        int index = anIndex % size;
        TileTree tree = new TileTree(TILES, size);
        InclusionProof proof = tree.inclusion(index);
        List<Hash> altered = altered(proof.hashes(), place, how);
        assertThat(new InclusionProof(index, size, altered).verifies(LEAVES.get(index), tree.root()))
                .isFalse();
        int old = Math.max(1, index);
        ConsistencyProof grown = tree.consistency(old);
        List<Hash> forged = altered(grown.hashes(), place, how);
        assertThat(new ConsistencyProof(old, size, forged).verifies(tree.root(old), tree.root()))
                .isFalse();
    }

    @Property(tries = 300)
    void aProofOfAnotherPlaceOrSizeNeverThrowsAndNeverVerifies(
            @ForAll @IntRange(min = 1, max = 1000) int size, @ForAll long index, @ForAll long other)
            throws IOException {
        TileTree tree = new TileTree(TILES, size);
        InclusionProof proof = tree.inclusion(0);
        assertThat(new InclusionProof(index, other, proof.hashes()).verifies(LEAVES.get(0), DEFINITION.root(0)))
                .isFalse();
        assertThat(new ConsistencyProof(index, other, proof.hashes()).verifies(LEAVES.get(0), LEAVES.get(1)))
                .isFalse();
    }

    @Test
    void tilesAreNamedAsTheSpecificationNamesThem() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 5, 17).path()).isEqualTo("tile/1/005.p/17");
        assertThat(new Tile(0, 1000, 256).entriesPath()).isEqualTo("tile/entries/x001/000");
        assertThat(Tile.of(0, 273, 70_000).width()).isEqualTo(112);
        assertThat(Tile.of(1, 1, 70_000).width()).isEqualTo(17);
        assertThat(Tile.of(2, 0, 70_000).width()).isEqualTo(1);
    }

    @Test
    void whatIsNotInTheTreeIsRefused() {
        TileTree tree = new TileTree(TILES, 5);
        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(EvidenceLogException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(EvidenceLogException.class);
    }

    /// Small trees are proved at every place; of the larger ones every size, at places that differ from size to
    /// size.
    private static int step(int size) {
        return size < 100 ? 1 : 1 + size % 89;
    }

    private static Hash root(int size) {
        CompactRange range = new CompactRange();
        LEAVES.subList(0, size).forEach(range::append);
        return range.root();
    }

    private static List<Hash> altered(List<Hash> hashes, int place, int how) {
        List<Hash> altered = new ArrayList<>(hashes);
        int at = hashes.isEmpty() ? 0 : place % hashes.size();
        if (how == 0 || hashes.isEmpty()) {
            altered.add(at, LEAVES.get(place));
        } else if (how == 1) {
            altered.remove(at);
        } else {
            byte[] bytes = altered.get(at).bytes();
            bytes[place % Hash.SIZE] ^= (byte) (1 << how);
            altered.set(at, Hash.of(bytes));
        }
        return altered;
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
