// SPDX-License-Identifier: Apache-2.0

/// A repository that changed its name or owner and kept its number.
///
/// The names are those that the projects really bore; the days are plausible ones within the month of the change.
struct LandscapeRename {
    /// GitHub's number.
    let id: Int64
    /// The first second under the new name.
    let moment: Int64
    /// The name until then.
    let old: String
    /// The name from then on.
    let new: String

    /// Makes a row of the table.
    init(_ id: Int64, _ day: String, _ old: String, _ new: String) {
        self.id = id
        moment = LandscapeProject.seconds(day)
        self.old = old
        self.new = new
    }

    /// The renames, by time for each repository.
    static let all: [LandscapeRename] = [
        LandscapeRename(658_928_958, "2024-01-20", "jmorganca/ollama", "ollama/ollama"),
        LandscapeRename(701_547_123, "2024-02-19", "open-webui/ollama-webui", "open-webui/open-webui"),
        LandscapeRename(662_766_482, "2024-11-18", "Codium-ai/pr-agent", "qodo-ai/pr-agent"),
        LandscapeRename(23_496_542, "2024-05-21", "openai/triton", "triton-lang/triton"),
        LandscapeRename(710_601_088, "2024-07-16", "joaomdmoura/crewAI", "crewAIInc/crewAI"),
        LandscapeRename(771_302_083, "2024-08-23", "OpenDevin/OpenDevin", "All-Hands-AI/OpenHands"),
        LandscapeRename(614_764_452, "2024-09-03", "ChatGPTNextWeb/ChatGPT-Next-Web", "ChatGPTNextWeb/NextChat"),
        LandscapeRename(703_411_624, "2024-09-24", "cpacker/MemGPT", "letta-ai/letta"),
        LandscapeRename(154_739_597, "2024-10-17", "google/jax", "jax-ml/jax"),
        LandscapeRename(824_874_689, "2024-11-12", "saoudrizwan/claude-dev", "cline/cline"),
        LandscapeRename(638_629_097, "2024-12-05", "paul-gauthier/aider", "Aider-AI/aider"),
        LandscapeRename(881_458_615, "2024-12-17", "gregpr07/browser-use", "browser-use/browser-use"),
        LandscapeRename(610_260_322, "2025-01-14", "Bin-Huang/chatbox", "chatboxai/chatbox"),
        LandscapeRename(235_860_204, "2025-01-21", "microsoft/DeepSpeed", "deepspeedai/DeepSpeed"),
        LandscapeRename(612_354_784, "2025-02-15", "ggerganov/llama.cpp", "ggml-org/llama.cpp"),
        LandscapeRename(660_551_251, "2025-04-11", "geekan/MetaGPT", "FoundationAgents/MetaGPT"),
        LandscapeRename(943_934_999, "2025-05-09", "mannaandpoem/OpenManus", "FoundationAgents/OpenManus"),
    ]

    /// What took the name `mannaandpoem/OpenManus` after the original had moved: same name, other number.
    static let namesake = LandscapeProject(
        983_527_049,
        "mannaandpoem/OpenManus",
        .bystander,
        "Python",
        created: "2025-05-14",
        levels: [0, 0, 0, 0, 0, 12, 10, 4]
    )
}
