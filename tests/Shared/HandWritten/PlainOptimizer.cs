using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>Makes one of torch.optim's optimisers for the parameters of a player.</summary>
public delegate optim.Optimizer PlainOptimizer(IEnumerable<Parameter> parameters);
