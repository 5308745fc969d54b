"""What well-known programs cut beside a temperature, and in which order, where nobody says otherwise."""

from dataclasses import dataclass

from components.temperature.decoding import Decoding


@dataclass(frozen=True)
class Preset:
    """A program's cut.

    Attributes
    ----------
    cut : Decoding
        What it cuts, before or after the temperature; the temperature itself does not matter.
    source : str
        Where that stands.
    """

    cut: Decoding
    source: str


# top-k 40, top-p 0.95 and min-p 0.05 are on by default, and the temperature comes last.
LLAMA_CPP = Preset(
    Decoding(top_k=40, top_p=0.95, min_p=0.05, cut_first=True),
    "https://github.com/ggml-org/llama.cpp/blob/master/common/common.h",
)
# generate(do_sample=True): the temperature comes first, top-k is 50, top-p and min-p are off.
HUGGING_FACE = Preset(
    Decoding(top_k=50),
    "https://huggingface.co/docs/transformers/main_classes/text_generation",
)
# A server with OpenAI's API, such as vLLM, applies the temperature and then the top-p of the request. The 0.9 is ours:
# where a request says nothing of it, nothing is cut.
API = Preset(
    Decoding(top_p=0.9),
    "https://docs.vllm.ai/en/latest/api/vllm/v1/sample/sampler/",
)
