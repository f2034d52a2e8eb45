// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaTesting
import Testing

@testable import HTMLExporter

@Suite struct MapGeometryTests {
    /// Seeds and numbers of projects.
    static let landscapes: [(seed: UInt64, projects: Int)] = [
        (1, 1), (2, 2), (3, 3), (4, 7), (5, 20), (6, 33), (7, 60), (8, 90), (9, 135), (10, 135), (11, 200), (12, 500),
    ]

    /// The maps of the landscapes, each laid out once.
    private static let geometries = landscapes.map { seed, projects in
        MapLayout.geometry(of: Samples.outline(seed: seed, projects: projects), top: 20)
    }

    @Test(arguments: landscapes.indices)
    func everyProjectHasOneTile(index: Int) {
        let geometry = Self.geometries[index]
        let projects = Self.landscapes[index].projects
        let drawn = geometry.tiles.map(\.project.id)
        #expect(drawn.count == projects)
        #expect(Set(drawn).count == projects)
    }

    @Test(arguments: landscapes.indices)
    func everythingLiesInsideWhatHoldsIt(index: Int) {
        let geometry = Self.geometries[index]
        let map = MapRect(x: 0, y: 0, width: geometry.width, height: geometry.height)
        for layer in geometry.layers {
            #expect(map.contains(layer.rect))
            for domain in layer.domains {
                #expect(layer.rect.contains(domain.rect))
                for group in domain.groups {
                    #expect(domain.rect.contains(group.rect))
                    #expect(group.tiles.allSatisfy { group.rect.contains($0.rect) })
                }
            }
        }
    }

    @Test(arguments: landscapes.indices)
    func nothingOverlaps(index: Int) {
        let geometry = Self.geometries[index]
        #expect(Self.overlaps(geometry.layers.map(\.rect)) == 0)
        #expect(Self.overlaps(geometry.layers.flatMap(\.domains).map(\.rect)) == 0)
        #expect(Self.overlaps(geometry.layers.flatMap(\.domains).flatMap(\.groups).map(\.rect)) == 0)
        #expect(Self.overlaps(geometry.tiles.map(\.rect)) == 0)
    }

    @Test(arguments: landscapes.indices)
    func areasAreExactlyThoseOfTheScale(index: Int) {
        let geometry = Self.geometries[index]
        let scale = TileScale(geometry.tiles.map(\.project.openrank))
        for tile in geometry.tiles {
            #expect(abs(tile.rect.area - scale.area(of: tile.project.openrank)) < 1e-6 * tile.rect.area)
        }
    }

    @Test(arguments: landscapes.indices)
    func tilesStandInTheOrderOfTheirRanks(index: Int) {
        let geometry = Self.geometries[index]
        for group in geometry.layers.flatMap(\.domains).flatMap(\.groups) {
            for (first, second) in zip(group.tiles, group.tiles.dropFirst()) {
                #expect(first.project.rank < second.project.rank)
                #expect((first.rect.y, first.rect.x) < (second.rect.y, second.rect.x))
            }
        }
    }

    @Test(arguments: landscapes.indices)
    func tilesHaveRoomForAWord(index: Int) {
        let geometry = Self.geometries[index]
        for tile in geometry.tiles {
            #expect(tile.rect.height >= MapMeasures.leastTileHeight - 1e-6)
            #expect(tile.rect.width >= 40)
        }
    }

    @Test func aHugeProjectDoesNotPushTheTinyOnesOut() {
        let outline = LandscapeOutline(Samples.landscape(scores: [1_000_000] + Array(repeating: 0.01, count: 300)))
        let geometry = MapLayout.geometry(of: outline, top: 0)
        #expect(geometry.tiles.count == 301)
        #expect(geometry.tiles.allSatisfy { $0.rect.area >= MapMeasures.leastTileArea - 1e-6 })
        #expect(geometry.height < 2_000)
    }

    @Test func scoresThatAreNoNumbersAreDrawnAsZero() {
        var landscape = Samples.landscape(scores: [5, 4, 3, 2])
        landscape.history.projects[0].openrank = .nan
        landscape.history.projects[1].openrank = .infinity
        landscape.history.projects[2].openrank = -3
        let geometry = MapLayout.geometry(of: LandscapeOutline(landscape), top: 0)
        #expect(geometry.tiles.count == 4)
        #expect(geometry.tiles.allSatisfy { $0.rect.area.isFinite && $0.rect.area > 0 })
        #expect(geometry.height.isFinite)
    }

    @Test func allScoresZeroGiveEqualTiles() {
        let geometry = MapLayout.geometry(of: LandscapeOutline(Samples.landscape(scores: [0, 0, 0])), top: 0)
        let areas = geometry.tiles.map(\.rect.area)
        #expect(areas.allSatisfy { abs($0 - areas[0]) < 1e-6 })
    }

    @Test func anEmptyOutlineIsAnEmptyMap() {
        let geometry = MapLayout.geometry(of: LandscapeOutline(Samples.landscape(scores: [])), top: 20)
        #expect(geometry.layers.isEmpty)
        #expect(geometry.height == 0)
    }

    @Test func aSubdomainForEveryProjectIsStillDrawn() {
        let taxonomy = (0..<60).map { TaxonomyPath(layer: "L", domain: "D", subdomain: "S\($0)") }
        var landscape = Samples.landscape(scores: (1...60).map(Double.init), taxonomy: taxonomy)
        for index in landscape.history.projects.indices {
            let id = landscape.history.projects[index].id
            landscape.history.projects[index].label = DomainLabel(
                project: id,
                path: taxonomy[index],
                confidence: 1,
                rule: "test"
            )
        }
        let geometry = MapLayout.geometry(of: LandscapeOutline(landscape), top: 0)
        #expect(geometry.tiles.count == 60)
        #expect(Self.overlaps(geometry.tiles.map(\.rect)) == 0)
        #expect(geometry.height < 1_500)
    }

    @Test func aHigherScoreNeverHasASmallerArea() {
        let scores = (0..<200).map { Double($0 * $0) / 10 }
        let scale = TileScale(scores)
        let areas = scores.map(scale.area)
        #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(scale.area(of: scale.leastScore * 0.99) == MapMeasures.leastTileArea)
        #expect(scale.area(of: scale.leastScore * 1.01) > MapMeasures.leastTileArea)
    }

    private static func overlaps(_ rects: [MapRect]) -> Int {
        rects.indices.reduce(0) { count, index in
            count + rects[..<index].count { $0.overlaps(rects[index]) }
        }
    }
}
