// SPDX-License-Identifier: Apache-2.0

extension LandscapeProject {
    /// The 135 repositories of the landscape published in May 2025: numbers, names, domains and OpenRank as published.
    ///
    /// The first level is the mean of January to April 2024 (as published for the movers, estimated from the growth of
    /// the domain for the others, 0 for a repository that did not exist), then one level for each month from January to
    /// July 2025. A month without a published value holds the mean of January to April 2025.
    static let published: [LandscapeProject] = [
        LandscapeProject(
            943_934_999,
            "mannaandpoem/OpenManus",
            .generalAssistant,
            "Python",
            created: "2025-03-06",
            levels: [0, 0, 0, 164, 88, 38, 19, 10]
        ),
        LandscapeProject(
            942_114_501,
            "camel-ai/owl",
            .generalAssistant,
            "Python",
            created: "2025-03-03",
            levels: [0, 0, 0, 64, 35, 21, 11, 8]
        ),
        LandscapeProject(
            949_271_792,
            "mindverse/Second-Me",
            .generalAssistant,
            "Python",
            created: "2025-03-16",
            levels: [0, 0, 0, 17, 31, 29, 15, 9]
        ),
        LandscapeProject(
            862_449_441,
            "stackblitz/bolt.new",
            .codingAssistant,
            "TypeScript",
            created: "2024-09-24",
            levels: [0, 233, 219, 214, 194, 178, 82, 22]
        ),
        LandscapeProject(
            644_686_905,
            "continuedev/continue",
            .codingAssistant,
            "TypeScript",
            created: "2023-05-24",
            levels: [124, 143, 166, 175, 179, 180, 146, 134]
        ),
        LandscapeProject(
            824_874_689,
            "cline/cline",
            .codingAssistant,
            "TypeScript",
            created: "2024-07-06",
            levels: [0, 109, 133, 147, 163, 184, 175, 181]
        ),
        LandscapeProject(
            771_302_083,
            "All-Hands-AI/OpenHands",
            .codingAssistant,
            "Python",
            created: "2024-03-13",
            levels: [74, 120, 127, 118, 131, 139, 135, 132]
        ),
        LandscapeProject(
            638_629_097,
            "Aider-AI/aider",
            .codingAssistant,
            "Python",
            created: "2023-05-09",
            levels: [90, 128, 128, 116, 110, 99, 73, 50]
        ),
        LandscapeProject(
            664_592_117,
            "sourcegraph/cody",
            .codingAssistant,
            "TypeScript",
            created: "2023-07-10",
            levels: [87, 116, 124, 120, 104, 87, 68, 57]
        ),
        LandscapeProject(
            614_764_248,
            "TabbyML/tabby",
            .codingAssistant,
            "Rust",
            created: "2023-03-16",
            levels: [30, 39, 42, 40, 39, 37, 21, 13]
        ),
        LandscapeProject(
            662_766_482,
            "qodo-ai/pr-agent",
            .codingAssistant,
            "Python",
            created: "2023-07-05",
            levels: [20, 23, 28, 28, 28, 28, 26, 22]
        ),
        LandscapeProject(
            784_181_462,
            "ItzCrazyKns/Perplexica",
            .searchEngine,
            "TypeScript",
            created: "2024-04-09",
            levels: [13, 23, 21, 22, 22, 12, 12, 10]
        ),
        LandscapeProject(
            839_372_398,
            "zaidmukaddam/scira",
            .searchEngine,
            "TypeScript",
            created: "2024-08-07",
            levels: [0, 8, 11, 11, 9, 11, 9, 9]
        ),
        LandscapeProject(
            357_241_735,
            "searxng/searxng",
            .searchEngine,
            "Python",
            created: "2021-04-12",
            levels: [38, 30, 32, 37, 33, 37, 32, 28]
        ),
        LandscapeProject(
            626_805_178,
            "langgenius/dify",
            .agentFramework,
            "TypeScript",
            created: "2023-04-12",
            levels: [136, 355, 416, 561, 560, 489, 418, 379]
        ),
        LandscapeProject(
            193_215_554,
            "n8n-io/n8n",
            .agentFramework,
            "TypeScript",
            created: "2019-06-22",
            levels: [138, 159, 197, 233, 262, 274, 280, 281]
        ),
        LandscapeProject(
            730_534_580,
            "infiniflow/ragflow",
            .agentFramework,
            "Python",
            created: "2023-12-12",
            levels: [135, 133, 190, 260, 247, 216, 184, 161]
        ),
        LandscapeProject(
            605_673_387,
            "labring/FastGPT",
            .agentFramework,
            "TypeScript",
            created: "2023-02-23",
            levels: [58, 74, 86, 101, 94, 79, 63, 50]
        ),
        LandscapeProject(
            691_347_156,
            "1Panel-dev/MaxKB",
            .agentFramework,
            "Python",
            created: "2023-09-14",
            levels: [48, 54, 80, 81, 80, 71, 59, 55]
        ),
        LandscapeProject(
            621_803_253,
            "FlowiseAI/Flowise",
            .agentFramework,
            "TypeScript",
            created: "2023-03-31",
            levels: [34, 61, 57, 48, 47, 47, 51, 49]
        ),
        LandscapeProject(
            614_765_452,
            "Significant-Gravitas/AutoGPT",
            .agentFramework,
            "Python",
            created: "2023-03-16",
            levels: [31, 49, 52, 47, 44, 43, 41, 41]
        ),
        LandscapeProject(
            627_480_054,
            "eosphoros-ai/DB-GPT",
            .agentFramework,
            "Python",
            created: "2023-04-13",
            levels: [25, 38, 33, 42, 43, 33, 23, 23]
        ),
        LandscapeProject(
            221_654_678,
            "deepset-ai/haystack",
            .agentFramework,
            "Python",
            created: "2019-11-14",
            levels: [21, 30, 32, 34, 36, 33, 24, 24]
        ),
        LandscapeProject(
            621_799_276,
            "chatchat-space/Langchain-Chatchat",
            .agentFramework,
            "TypeScript",
            created: "2023-03-31",
            levels: [134, 19, 15, 16, 14, 10, 8, 6]
        ),
        LandscapeProject(
            552_661_142,
            "langchain-ai/langchain",
            .agentFramework,
            "Jupyter Notebook",
            created: "2022-10-17",
            levels: [439, 186, 170, 143, 137, 103, 91, 95]
        ),
        LandscapeProject(
            560_704_231,
            "run-llama/llama_index",
            .agentFramework,
            "Python",
            created: "2022-11-02",
            levels: [254, 135, 121, 114, 110, 105, 103, 86]
        ),
        LandscapeProject(
            680_120_071,
            "microsoft/autogen",
            .agentFramework,
            "Python",
            created: "2023-08-18",
            levels: [124, 100, 116, 103, 91, 82, 64, 52]
        ),
        LandscapeProject(
            607_289_185,
            "microsoft/semantic-kernel",
            .agentFramework,
            "C#",
            created: "2023-02-27",
            levels: [124, 91, 98, 105, 116, 119, 102, 77]
        ),
        LandscapeProject(
            676_672_661,
            "langchain-ai/langgraph",
            .agentFramework,
            "Python",
            created: "2023-08-09",
            levels: [104, 96, 91, 79, 84, 98, 95, 101]
        ),
        LandscapeProject(
            710_601_088,
            "crewAIInc/crewAI",
            .agentFramework,
            "Python",
            created: "2023-10-27",
            levels: [91, 70, 81, 80, 73, 72, 56, 55]
        ),
        LandscapeProject(
            958_830_659,
            "google/adk-python",
            .agentFramework,
            "Python",
            created: "2025-04-01",
            levels: [0, 0, 0, 0, 73, 119, 118, 109]
        ),
        LandscapeProject(
            946_380_199,
            "openai/openai-agents-python",
            .agentFramework,
            "Python",
            created: "2025-03-11",
            levels: [0, 0, 0, 64, 73, 70, 60, 72]
        ),
        LandscapeProject(
            615_510_678,
            "camel-ai/camel",
            .agentFramework,
            "Python",
            created: "2023-03-17",
            levels: [77, 47, 56, 70, 81, 82, 82, 74]
        ),
        LandscapeProject(
            778_431_525,
            "microsoft/graphrag",
            .agentFramework,
            "Python",
            created: "2024-03-27",
            levels: [26, 53, 45, 39, 33, 28, 20, 19]
        ),
        LandscapeProject(
            656_099_147,
            "mem0ai/mem0",
            .agentFramework,
            "Python",
            created: "2023-06-20",
            levels: [41, 31, 31, 35, 39, 60, 55, 54]
        ),
        LandscapeProject(
            703_411_624,
            "letta-ai/letta",
            .agentFramework,
            "Python",
            created: "2023-10-11",
            levels: [32, 35, 25, 24, 25, 22, 17, 17]
        ),
        LandscapeProject(
            660_551_251,
            "FoundationAgents/MetaGPT",
            .agentFramework,
            "Python",
            created: "2023-06-30",
            levels: [20, 17, 17, 20, 13, 11, 8, 4]
        ),
        LandscapeProject(
            701_547_123,
            "open-webui/open-webui",
            .clientInterface,
            "JavaScript",
            created: "2023-10-06",
            levels: [77, 200, 286, 249, 244, 255, 206, 169]
        ),
        LandscapeProject(
            643_445_235,
            "lobehub/lobe-chat",
            .clientInterface,
            "TypeScript",
            created: "2023-05-21",
            levels: [156, 125, 204, 186, 166, 144, 113, 105]
        ),
        LandscapeProject(
            599_524_116,
            "SillyTavern/SillyTavern",
            .clientInterface,
            "JavaScript",
            created: "2023-02-09",
            levels: [45, 49, 50, 47, 51, 45, 38, 38]
        ),
        LandscapeProject(
            612_344_730,
            "ChatGPTNextWeb/NextChat",
            .clientInterface,
            "TypeScript",
            created: "2023-03-10",
            levels: [37, 40, 61, 37, 25, 17, 12, 8]
        ),
        LandscapeProject(
            610_260_322,
            "chatboxai/chatbox",
            .clientInterface,
            "TypeScript",
            created: "2023-03-06",
            levels: [36, 29, 50, 41, 35, 24, 23, 24]
        ),
        LandscapeProject(
            580_642_043,
            "oobabooga/text-generation-webui",
            .clientInterface,
            "Python",
            created: "2022-12-21",
            levels: [25, 32, 28, 23, 25, 31, 27, 22]
        ),
        LandscapeProject(
            527_591_471,
            "AUTOMATIC1111/stable-diffusion-webui",
            .clientInterface,
            "Python",
            created: "2022-08-22",
            levels: [17, 20, 18, 17, 15, 12, 7, 9]
        ),
        LandscapeProject(
            589_831_718,
            "comfyanonymous/ComfyUI",
            .toolUse,
            "Python",
            created: "2023-01-17",
            levels: [140, 153, 149, 144, 162, 161, 127, 115]
        ),
        LandscapeProject(
            881_458_615,
            "browser-use/browser-use",
            .toolUse,
            "Python",
            created: "2024-10-31",
            levels: [0, 64, 95, 111, 115, 113, 96, 97]
        ),
        LandscapeProject(
            644_461_337,
            "vercel/ai",
            .toolUse,
            "TypeScript",
            created: "2023-05-23",
            levels: [104, 92, 112, 117, 133, 123, 114, 145]
        ),
        LandscapeProject(
            860_252_770,
            "microsoft/OmniParser",
            .toolUse,
            "Jupyter Notebook",
            created: "2024-09-20",
            levels: [0, 8, 27, 23, 12, 9, 4, 4]
        ),
        LandscapeProject(
            671_269_505,
            "BerriAI/litellm",
            .apiManagement,
            "Python",
            created: "2023-07-27",
            levels: [178, 193, 230, 254, 274, 287, 267, 251]
        ),
        LandscapeProject(
            890_668_799,
            "modelcontextprotocol/servers",
            .apiManagement,
            "JavaScript",
            created: "2024-11-19",
            levels: [0, 51, 38, 88, 114, 107, 81, 66]
        ),
        LandscapeProject(
            954_873_280,
            "google/A2A",
            .apiManagement,
            "TypeScript",
            created: "2025-03-25",
            levels: [0, 0, 0, 49, 49, 61, 34, 29]
        ),
        LandscapeProject(
            762_304_524,
            "ComposioHQ/composio",
            .apiManagement,
            "Python",
            created: "2024-02-23",
            levels: [16, 26, 27, 31, 26, 18, 22, 28]
        ),
        LandscapeProject(
            631_254_164,
            "songquanpeng/one-api",
            .apiManagement,
            "JavaScript",
            created: "2023-04-22",
            levels: [20, 23, 35, 28, 20, 12, 7, 5]
        ),
        LandscapeProject(
            192_640_529,
            "HumanSignal/label-studio",
            .dataLabeling,
            "JavaScript",
            created: "2019-06-19",
            levels: [65, 71, 68, 69, 76, 80, 82, 79]
        ),
        LandscapeProject(
            139_156_354,
            "cvat-ai/cvat",
            .dataLabeling,
            "Python",
            created: "2018-06-29",
            levels: [51, 56, 54, 55, 54, 52, 50, 49]
        ),
        LandscapeProject(
            33_884_891,
            "apache/airflow",
            .dataIntegration,
            "Python",
            created: "2015-04-13",
            levels: [254, 253, 261, 283, 307, 298, 314, 323]
        ),
        LandscapeProject(
            283_046_497,
            "airbytehq/airbyte",
            .dataIntegration,
            "Python",
            created: "2020-07-27",
            levels: [290, 215, 208, 201, 189, 194, 176, 166]
        ),
        LandscapeProject(
            131_619_646,
            "dagster-io/dagster",
            .dataIntegration,
            "Python",
            created: "2018-04-30",
            levels: [159, 179, 174, 169, 170, 170, 160, 149]
        ),
        LandscapeProject(
            139_199_684,
            "PrefectHQ/prefect",
            .dataIntegration,
            "Python",
            created: "2018-06-29",
            levels: [85, 101, 98, 92, 76, 65, 45, 44]
        ),
        LandscapeProject(
            53_548_867,
            "dbt-labs/dbt-core",
            .dataIntegration,
            "Python",
            created: "2016-03-10",
            levels: [35, 39, 39, 36, 39, 35, 31, 25]
        ),
        LandscapeProject(
            541_798_154,
            "Unstructured-IO/unstructured",
            .dataIntegration,
            "HTML",
            created: "2022-09-26",
            levels: [19, 24, 24, 18, 16, 12, 11, 17]
        ),
        LandscapeProject(
            820_144_741,
            "iterative/datachain",
            .dataIntegration,
            "Python",
            created: "2024-06-25",
            levels: [0, 31, 27, 28, 24, 19, 19, 19]
        ),
        LandscapeProject(
            761_150_311,
            "Zipstack/unstract",
            .dataIntegration,
            "Python",
            created: "2024-02-21",
            levels: [20, 32, 27, 33, 39, 38, 36, 37]
        ),
        LandscapeProject(
            158_256_479,
            "apache/iceberg",
            .dataGovernance,
            "Java",
            created: "2018-11-19",
            levels: [117, 124, 130, 122, 132, 139, 133, 132]
        ),
        LandscapeProject(
            182_849_188,
            "delta-io/delta",
            .dataGovernance,
            "Scala",
            created: "2019-04-22",
            levels: [62, 63, 60, 70, 73, 71, 72, 69]
        ),
        LandscapeProject(
            447_060_287,
            "apache/paimon",
            .dataGovernance,
            "Java",
            created: "2022-01-12",
            levels: [75, 82, 82, 79, 83, 76, 65, 68]
        ),
        LandscapeProject(
            76_474_200,
            "apache/hudi",
            .dataGovernance,
            "Java",
            created: "2016-12-14",
            levels: [81, 85, 84, 91, 90, 84, 74, 65]
        ),
        LandscapeProject(
            391_740_664,
            "open-metadata/OpenMetadata",
            .dataGovernance,
            "TypeScript",
            created: "2021-08-01",
            levels: [109, 120, 116, 118, 118, 118, 112, 115]
        ),
        LandscapeProject(
            46_398_090,
            "datahub-project/datahub",
            .dataGovernance,
            "Java",
            created: "2015-11-18",
            levels: [88, 91, 95, 96, 101, 106, 100, 102]
        ),
        LandscapeProject(
            631_431_061,
            "apache/gravitino",
            .dataGovernance,
            "Java",
            created: "2023-04-23",
            levels: [76, 92, 84, 78, 79, 71, 71, 78]
        ),
        LandscapeProject(
            814_708_478,
            "unitycatalog/unitycatalog",
            .dataGovernance,
            "Python",
            created: "2024-06-13",
            levels: [0, 33, 29, 23, 17, 14, 10, 4]
        ),
        LandscapeProject(
            658_928_958,
            "ollama/ollama",
            .serving,
            "Go",
            created: "2023-06-26",
            levels: [286, 281, 339, 327, 295, 273, 220, 200]
        ),
        LandscapeProject(
            653_496_050,
            "xorbitsai/inference",
            .serving,
            "Python",
            created: "2023-06-14",
            levels: [58, 53, 64, 68, 70, 76, 71, 56]
        ),
        LandscapeProject(
            942_206_898,
            "ai-dynamo/dynamo",
            .serving,
            "Rust",
            created: "2025-03-03",
            levels: [0, 0, 0, 39, 88, 110, 127, 140]
        ),
        LandscapeProject(
            151_636_194,
            "triton-inference-server/server",
            .serving,
            "Python",
            created: "2018-10-04",
            levels: [37, 47, 41, 38, 35, 25, 20, 16]
        ),
        LandscapeProject(
            619_959_033,
            "nomic-ai/gpt4all",
            .serving,
            "C++",
            created: "2023-03-27",
            levels: [28, 43, 43, 25, 11, 6, 4, 2]
        ),
        LandscapeProject(
            178_075_572,
            "kserve/kserve",
            .serving,
            "Python",
            created: "2019-03-27",
            levels: [27, 30, 28, 27, 30, 28, 29, 24]
        ),
        LandscapeProject(
            819_733_173,
            "kvcache-ai/Mooncake",
            .serving,
            "C++",
            created: "2024-06-25",
            levels: [0, 15, 18, 20, 26, 35, 35, 36]
        ),
        LandscapeProject(
            813_348_592,
            "vllm-project/aibrix",
            .serving,
            "Jupyter Notebook",
            created: "2024-06-10",
            levels: [0, 20, 10, 22, 28, 37, 37, 38]
        ),
        LandscapeProject(
            634_081_686,
            "mlc-ai/mlc-llm",
            .serving,
            "Python",
            created: "2023-04-29",
            levels: [17, 20, 17, 19, 15, 10, 7, 7]
        ),
        LandscapeProject(
            178_976_529,
            "bentoml/BentoML",
            .serving,
            "Python",
            created: "2019-04-02",
            levels: [14, 15, 15, 15, 13, 14, 9, 9]
        ),
        LandscapeProject(
            599_547_518,
            "vllm-project/vllm",
            .serving,
            "Python",
            created: "2023-02-09",
            levels: [257, 490, 581, 668, 723, 709, 651, 637]
        ),
        LandscapeProject(
            740_303_686,
            "sgl-project/sglang",
            .serving,
            "Python",
            created: "2024-01-08",
            levels: [35, 180, 257, 302, 338, 365, 351, 352]
        ),
        LandscapeProject(
            153_097_643,
            "openvinotoolkit/openvino",
            .serving,
            "C++",
            created: "2018-10-15",
            levels: [230, 275, 277, 281, 288, 259, 229, 239]
        ),
        LandscapeProject(
            612_354_784,
            "ggml-org/llama.cpp",
            .serving,
            "C++",
            created: "2023-03-10",
            levels: [190, 233, 236, 225, 236, 264, 241, 239]
        ),
        LandscapeProject(
            156_939_672,
            "microsoft/onnxruntime",
            .serving,
            "C++",
            created: "2018-11-10",
            levels: [165, 204, 197, 197, 205, 185, 170, 190]
        ),
        LandscapeProject(
            654_122_609,
            "InternLM/lmdeploy",
            .serving,
            "Python",
            created: "2023-06-15",
            levels: [54, 70, 64, 68, 65, 56, 48, 47]
        ),
        LandscapeProject(
            547_806_116,
            "huggingface/text-generation-inference",
            .serving,
            "Python",
            created: "2022-10-08",
            levels: [34, 46, 53, 37, 29, 26, 19, 10]
        ),
        LandscapeProject(
            833_984_877,
            "kvcache-ai/ktransformers",
            .serving,
            "Python",
            created: "2024-07-26",
            levels: [0, 4, 138, 108, 102, 76, 50, 34]
        ),
        LandscapeProject(
            679_366_051,
            "NVIDIA/TensorRT-LLM",
            .serving,
            "C++",
            created: "2023-08-16",
            levels: [79, 69, 60, 92, 162, 211, 249, 295]
        ),
        LandscapeProject(
            646_410_686,
            "hiyouga/LLaMA-Factory",
            .training,
            "Python",
            created: "2023-05-28",
            levels: [106, 125, 128, 138, 141, 128, 96, 85]
        ),
        LandscapeProject(
            725_205_304,
            "unslothai/unsloth",
            .training,
            "Python",
            created: "2023-11-29",
            levels: [88, 66, 106, 134, 134, 117, 101, 92]
        ),
        LandscapeProject(
            881_221_486,
            "volcengine/verl",
            .training,
            "Python",
            created: "2024-10-31",
            levels: [0, 21, 60, 112, 159, 176, 179, 193]
        ),
        LandscapeProject(
            672_415_139,
            "OpenRLHF/OpenRLHF",
            .training,
            "Python",
            created: "2023-07-30",
            levels: [33, 35, 39, 47, 44, 34, 25, 21]
        ),
        LandscapeProject(
            534_011_733,
            "Farama-Foundation/Gymnasium",
            .training,
            "Python",
            created: "2022-09-08",
            levels: [8, 9, 12, 12, 8, 9, 8, 5]
        ),
        LandscapeProject(
            65_600_975,
            "pytorch/pytorch",
            .training,
            "Python",
            created: "2016-08-13",
            levels: [853, 951, 929, 904, 925, 909, 907, 859]
        ),
        LandscapeProject(
            65_711_522,
            "PaddlePaddle/Paddle",
            .training,
            "C++",
            created: "2016-08-15",
            levels: [368, 242, 215, 209, 205, 199, 217, 198]
        ),
        LandscapeProject(
            200_722_670,
            "NVIDIA/NeMo",
            .training,
            "Python",
            created: "2019-08-05",
            levels: [178, 184, 186, 191, 212, 223, 184, 149]
        ),
        LandscapeProject(
            154_739_597,
            "jax-ml/jax",
            .training,
            "Python",
            created: "2018-10-25",
            levels: [93, 100, 102, 101, 101, 93, 85, 87]
        ),
        LandscapeProject(
            45_717_250,
            "tensorflow/tensorflow",
            .training,
            "C++",
            created: "2015-11-07",
            levels: [72, 95, 87, 71, 59, 61, 38, 39]
        ),
        LandscapeProject(
            33_015_583,
            "keras-team/keras",
            .training,
            "Python",
            created: "2015-03-28",
            levels: [56, 62, 59, 64, 60, 56, 48, 40]
        ),
        LandscapeProject(
            176_982_014,
            "NVIDIA/Megatron-LM",
            .training,
            "Python",
            created: "2019-03-21",
            levels: [18, 14, 20, 22, 23, 21, 19, 27]
        ),
        LandscapeProject(
            235_860_204,
            "deepspeedai/DeepSpeed",
            .training,
            "Python",
            created: "2020-01-23",
            levels: [55, 65, 65, 58, 50, 45, 47, 43]
        ),
        LandscapeProject(
            422_274_596,
            "hpcaitech/ColossalAI",
            .training,
            "Python",
            created: "2021-10-28",
            levels: [16, 19, 21, 14, 15, 14, 12, 8]
        ),
        LandscapeProject(
            71_932_349,
            "ray-project/ray",
            .distributedProcessing,
            "Python",
            created: "2016-10-25",
            levels: [209, 212, 223, 236, 236, 241, 263, 274]
        ),
        LandscapeProject(
            17_165_658,
            "apache/spark",
            .distributedProcessing,
            "Scala",
            created: "2014-02-25",
            levels: [183, 221, 210, 192, 174, 165, 162, 165]
        ),
        LandscapeProject(
            175_592_968,
            "volcano-sh/volcano",
            .distributedProcessing,
            "Go",
            created: "2019-03-14",
            levels: [35, 37, 35, 41, 40, 44, 37, 41]
        ),
        LandscapeProject(
            28_782_747,
            "dask/dask",
            .distributedProcessing,
            "Python",
            created: "2015-01-04",
            levels: [18, 20, 23, 19, 19, 15, 9, 8]
        ),
        LandscapeProject(
            112_542_515,
            "NVIDIA/cutlass",
            .gpuKernels,
            "C++",
            created: "2017-11-30",
            levels: [33, 35, 39, 34, 35, 37, 33, 34]
        ),
        LandscapeProject(
            669_331_976,
            "flashinfer-ai/flashinfer",
            .gpuKernels,
            "Cuda",
            created: "2023-07-22",
            levels: [30, 25, 40, 34, 31, 26, 31, 41]
        ),
        LandscapeProject(
            494_232_964,
            "Dao-AILab/flash-attention",
            .gpuKernels,
            "Python",
            created: "2022-05-19",
            levels: [29, 30, 30, 30, 36, 30, 25, 22]
        ),
        LandscapeProject(
            46_153_892,
            "NVIDIA/nccl",
            .gpuKernels,
            "C++",
            created: "2015-11-14",
            levels: [18, 24, 20, 18, 18, 17, 15, 17]
        ),
        LandscapeProject(
            933_928_679,
            "deepseek-ai/DeepEP",
            .gpuKernels,
            "Cuda",
            created: "2025-02-17",
            levels: [0, 0, 11, 21, 22, 20, 24, 27]
        ),
        LandscapeProject(
            724_854_743,
            "ml-explore/mlx",
            .gpuKernels,
            "C++",
            created: "2023-11-28",
            levels: [31, 30, 34, 34, 37, 33, 30, 31]
        ),
        LandscapeProject(
            23_496_542,
            "triton-lang/triton",
            .compiler,
            "MLIR",
            created: "2014-08-30",
            levels: [105, 113, 116, 114, 114, 118, 122, 122]
        ),
        LandscapeProject(
            523_007_292,
            "openxla/xla",
            .compiler,
            "C++",
            created: "2022-08-09",
            levels: [62, 68, 68, 71, 61, 59, 59, 51]
        ),
        LandscapeProject(
            654_124_617,
            "open-compass/opencompass",
            .evaluationPlatform,
            "Python",
            created: "2023-06-15",
            levels: [30, 33, 29, 32, 37, 38, 32, 24]
        ),
        LandscapeProject(
            615_882_673,
            "lm-sys/FastChat",
            .evaluationPlatform,
            "Python",
            created: "2023-03-19",
            levels: [10, 16, 16, 8, 5, 3, 3, 1]
        ),
        LandscapeProject(
            136_202_695,
            "mlflow/mlflow",
            .operations,
            "Python",
            created: "2018-06-05",
            levels: [87, 90, 93, 94, 105, 104, 97, 100]
        ),
        LandscapeProject(
            86_031_674,
            "wandb/wandb",
            .operations,
            "Python",
            created: "2017-03-24",
            levels: [75, 92, 85, 74, 76, 74, 79, 74]
        ),
        LandscapeProject(
            205_706_595,
            "mlrun/mlrun",
            .operations,
            "Python",
            created: "2019-09-01",
            levels: [50, 56, 56, 51, 54, 55, 58, 56]
        ),
        LandscapeProject(
            448_599_559,
            "deepflowio/deepflow",
            .operations,
            "Go",
            created: "2022-01-16",
            levels: [46, 50, 50, 50, 50, 50, 50, 50]
        ),
        LandscapeProject(
            216_628_419,
            "flyteorg/flyte",
            .operations,
            "Go",
            created: "2019-10-21",
            levels: [38, 42, 40, 44, 37, 39, 33, 29]
        ),
        LandscapeProject(
            209_120_637,
            "Netflix/metaflow",
            .operations,
            "Python",
            created: "2019-09-17",
            levels: [24, 26, 26, 26, 26, 26, 26, 26]
        ),
        LandscapeProject(
            314_197_645,
            "zenml-io/zenml",
            .operations,
            "Python",
            created: "2020-11-19",
            levels: [23, 25, 25, 25, 25, 25, 25, 25]
        ),
        LandscapeProject(
            204_086_862,
            "streamlit/streamlit",
            .appFramework,
            "Python",
            created: "2019-08-24",
            levels: [92, 97, 101, 99, 104, 102, 91, 84]
        ),
        LandscapeProject(
            162_405_963,
            "gradio-app/gradio",
            .appFramework,
            "Python",
            created: "2018-12-19",
            levels: [85, 99, 92, 88, 90, 83, 73, 72]
        ),
        LandscapeProject(
            507775,
            "elastic/elasticsearch",
            .vectorStorageAndSearch,
            "Java",
            created: "2010-02-08",
            levels: [321, 364, 348, 341, 344, 348, 340, 335]
        ),
        LandscapeProject(
            208_728_772,
            "milvus-io/milvus",
            .vectorStorageAndSearch,
            "Go",
            created: "2019-09-16",
            levels: [143, 162, 154, 154, 152, 145, 134, 142]
        ),
        LandscapeProject(
            334_274_271,
            "opensearch-project/OpenSearch",
            .vectorStorageAndSearch,
            "Java",
            created: "2021-01-29",
            levels: [107, 115, 115, 109, 123, 125, 122, 118]
        ),
        LandscapeProject(
            55_072_677,
            "weaviate/weaviate",
            .vectorStorageAndSearch,
            "Go",
            created: "2016-03-30",
            levels: [67, 72, 74, 72, 74, 77, 69, 68]
        ),
        LandscapeProject(
            546_206_616,
            "chroma-core/chroma",
            .vectorStorageAndSearch,
            "Rust",
            created: "2022-10-05",
            levels: [63, 65, 66, 67, 76, 74, 74, 72]
        ),
        LandscapeProject(
            268_163_609,
            "qdrant/qdrant",
            .vectorStorageAndSearch,
            "Rust",
            created: "2020-05-30",
            levels: [54, 59, 59, 60, 58, 57, 54, 51]
        ),
        LandscapeProject(
            607_441_698,
            "lancedb/lancedb",
            .vectorStorageAndSearch,
            "Rust",
            created: "2023-02-28",
            levels: [18, 30, 32, 31, 30, 22, 21, 18]
        ),
        LandscapeProject(
            359_952_601,
            "pgvector/pgvector",
            .vectorStorageAndSearch,
            "C",
            created: "2021-04-20",
            levels: [10, 13, 12, 10, 9, 8, 5, 5]
        ),
    ]
}
