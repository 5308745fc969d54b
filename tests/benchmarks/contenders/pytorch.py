"""PyTorch's way: `nn.LSTM`, one character a call."""

from collections.abc import Sequence

import numpy as np
import torch

from tests.benchmarks.contenders.contract import SEED, Weights


class PyTorch:
    """The char-rnn loop: `nn.LSTM`, one character a call, the hidden state passed."""

    name = "PyTorch char-rnn loop"
    source = "https://github.com/pytorch/examples/blob/main/word_language_model/generate.py"
    one_at_a_time = False
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        torch.set_num_threads(threads)
        self.vocabulary, cells = weights.vocabulary, weights.cells
        self.encoder = torch.nn.Embedding.from_pretrained(torch.tensor(weights.embedding))
        self.lstm = torch.nn.LSTM(weights.embedding.shape[1], cells[0].units, len(cells), batch_first=True)
        self.decoder = torch.nn.Linear(cells[-1].units, len(self.vocabulary))
        with torch.no_grad():
            for layer, cell in enumerate(cells):
                # Both order the gates as input, forget, cell, output; Keras keeps one bias.
                getattr(self.lstm, f"weight_ih_l{layer}").copy_(torch.tensor(cell.kernel).T)
                getattr(self.lstm, f"weight_hh_l{layer}").copy_(torch.tensor(cell.recurrent).T)
                getattr(self.lstm, f"bias_ih_l{layer}").copy_(torch.tensor(cell.bias))
                getattr(self.lstm, f"bias_hh_l{layer}").zero_()
            self.decoder.weight.copy_(torch.tensor(weights.kernel).T)
            self.decoder.bias.copy_(torch.tensor(weights.bias))

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Call the network for every character, with all temperatures as one batch."""
        torch.manual_seed(SEED)
        column = torch.tensor(temperatures)[:, None]
        codes = torch.tensor(self.vocabulary.encode(prompt).astype(np.int64)).repeat(len(temperatures), 1)
        hidden, result = None, []
        with torch.no_grad():
            for _ in range(length):
                output, hidden = self.lstm(self.encoder(codes), hidden)
                scores = self.decoder(output[:, -1])
                if any(temperatures):
                    codes = torch.multinomial(torch.softmax(scores / column, dim=-1), 1)
                else:
                    codes = scores.argmax(dim=-1, keepdim=True)
                result.append(codes)
        return [self.vocabulary.decode(row) for row in torch.cat(result, dim=1).tolist()]
