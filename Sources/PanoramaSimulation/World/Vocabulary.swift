// SPDX-License-Identifier: Apache-2.0

/// The words that names and texts are made of.
enum Vocabulary {
    /// Words of owner and repository names.
    static let nameWords = split(
        """
        amber birch cedar delta ember fjord grove harbor iris juniper kestrel lumen maple nimbus onyx pebble quartz raven
        sable tundra umber violet willow xenon yarrow zephyr acorn basil clover dahlia elm fern ginger hazel indigo jade
        kelp lotus moss nettle olive poppy quill reed saffron thistle
        """
    )
    /// What a repository is.
    static let nameNouns = split(
        """
        parser server client toolkit engine notes site bot cli api runtime kernel graph studio demo template proxy cache
        queue agent model dataset viewer editor player scheduler gateway router codec index sandbox tracker
        """
    )
    /// First names of developers.
    static let people = split(
        """
        ada ben cleo dora emil fay gus hana ivo jun kai lena mira nils ola pia quin rosa sami tove uma vera wim xia yuki
        zoe arun bao chidi devi elif farid goran hiro ines
        """
    )
    /// Languages of invented repositories; an index is stored with each repository.
    static let languages = [
        "Python", "TypeScript", "JavaScript", "Go", "Rust", "C++", "Java", "C#", "Jupyter Notebook", "HTML", "Scala",
        "C", "Cuda", "MLIR", "Swift", "Kotlin",
    ]
    /// Licences: key, name, SPDX identifier.
    static let licences: [(StaticString, StaticString, StaticString)] = [
        ("apache-2.0", "Apache License 2.0", "Apache-2.0"),
        ("mit", "MIT License", "MIT"),
        ("bsd-3-clause", "BSD 3-Clause \\\"New\\\" or \\\"Revised\\\" License", "BSD-3-Clause"),
        ("agpl-3.0", "GNU Affero General Public License v3.0", "AGPL-3.0"),
        ("mpl-2.0", "Mozilla Public License 2.0", "MPL-2.0"),
    ]
    /// Words of titles, messages and bodies as JSON has them: escapes included, common ones first.
    static let text = split(
        #"""
        the to a of in and is for with this on that it not when from be as are by fix add we use if error can test update
        model should but file build version support run data after using new code or config remove you have one same no was
        default path value type function which all issue change only call into set API request cache memory docs import
        does make output token batch size input server node now failing instead before line missing also each release key
        more check case need please expected behaviour steps reproduce works without pull main branch log returns inference
        training kernel GPU CUDA worker async thread tensor shape layer prompt agent tool chain embedding vector index query
        table schema column stream parser pipeline scheduler quantization attention decode prefill latency throughput
        benchmark regression timeout retry refactor rename deprecate cleanup typo bump dependency dependencies lint format
        ci workflow docker image container cluster deployment environment variable secret header payload response client
        handler callback hook plugin option flag argument parameter exception traceback assertion warning crash deadlock
        leak overflow race condition null pointer segmentation fault `None` `self` `README.md` `main.py` `config.yaml`
        `forward()` `--verbose` `npm` `pip` \"quoted\" \"key\" \"value\": C:\\temp \\d+ a/b \t <div> -> => != == &&
        naïve façade größer über données requête 数据 模型 推理 测试 サーバー 修正 ошибка тест сборка 오류 العربية — … “so” it's don't
        🚀 ✅ 🐛 ❤️ 🎉 ⚠️ 👍 1.2.3 2.0 0.9.1 42 128 4096 3.11 x86_64 arm64 linux macOS Windows python3 gcc clang cmake
        """#
    )

    private static func split(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
}
