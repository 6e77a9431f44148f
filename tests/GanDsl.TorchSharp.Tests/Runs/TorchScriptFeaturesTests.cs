using System.Globalization;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Runs;

/// <summary>Features of TorchScript modules: one that PyTorch saved, whose weights are known, and others that PyTorch saves now.</summary>
public sealed class TorchScriptFeaturesTests : IDisposable
{
    // torch.jit.script(nn.Sequential(nn.Flatten(), nn.Linear(12, 3))): weight = arange(36).reshape(3, 12) / 10, bias = (1, −1, 0).
    private static readonly string linear = Path.Combine(AppContext.BaseDirectory, "Assets", "linear.pt");

    private readonly string folder = Directory.CreateTempSubdirectory("gandsl-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Features_AreTheModules()
    {
        using var features = new TorchScriptFeatures(linear, [1, 3, 4]);
        float[] samples = [.. Enumerable.Range(0, 24).Select(i => (i % 5) - 2f)];

        var found = features.Extract(samples);

        Assert.Equal((3, 6), (features.Size, found.Length));
        for (var sample = 0; sample < 2; sample++)
        {
            for (var feature = 0; feature < 3; feature++)
            {
                var expected = new[] { 1, -1, 0 }[feature] + Enumerable.Range(0, 12).Sum(i => samples[(12 * sample) + i] * ((12 * feature) + i) / 10.0);
                Assert.Equal(expected, found[(3 * sample) + feature], 1e-5);
            }
        }
    }

    [Fact]
    public void ItsName_TellsFilesApart()
    {
        using var plain = new TorchScriptFeatures(linear, [1, 3, 4]);
        using var scaled = new TorchScriptFeatures(linear, [1, 3, 4], new TorchScriptInput { Range = (0, 0.5f), Channels = 1 });
        Assert.Matches("^linear.pt \\(sha256 [0-9a-f]{12}…\\)$", plain.Name);
        Assert.Equal(plain.Name + ", 1 channels, from 0 to 0.5", scaled.Name);
    }

    [Fact]
    public void TheRange_IsMovedWhereTheModuleWantsIt()
    {
        using var features = new TorchScriptFeatures(linear, [1, 3, 4], new TorchScriptInput { Range = (0, 255) });
        using var plain = new TorchScriptFeatures(linear, [1, 3, 4]);
        Assert.Equal(plain.Extract([.. Enumerable.Repeat(255f, 12)]), features.Extract([.. Enumerable.Repeat(1f, 12)]));
        Assert.Equal(plain.Extract(new float[12]), features.Extract([.. Enumerable.Repeat(-1f, 12)]));
    }

    /// <summary>Channels repeated, pictures resized as PyTorch's own interpolate does, in whole bytes.</summary>
    [OracleFact<PyTorch>]
    public void WhatPyTorchComputes_IsWhatWeCompute()
    {
        File.WriteAllText(Path.Combine(folder, "make.py"), """
            import sys, torch
            import torch.nn.functional as F
            from torch import nn
            folder = sys.argv[1]
            torch.manual_seed(1)
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.conv = nn.Conv2d(3, 5, 3)
                def forward(self, x):
                    return self.conv(x.float() / 255).relu().mean((2, 3), keepdim=True)
            net = Net().eval()
            torch.jit.script(net).save(folder + "/net.pt")
            x = torch.linspace(-1, 1, 2 * 16 * 20).reshape(2, 1, 16, 20).sin()
            y = F.interpolate(x.repeat(1, 3, 1, 1), size=(9, 11), mode="bilinear", align_corners=False, antialias=True)
            y = ((y + 1) * 127.5).round().clamp(0, 255).to(torch.uint8)
            with torch.no_grad():
                z = net(y)
            open(folder + "/out.txt", "w").write(" ".join(repr(float(v)) for v in list(x.flatten()) + list(z.flatten())))
            """);
        var (ended, said) = SystemPython.Run(PyTorch.Python, Path.Combine(folder, "make.py"), folder);
        Assert.True(ended, said);
        var numbers = File.ReadAllText(Path.Combine(folder, "out.txt")).Split(' ').Select(text => float.Parse(text, CultureInfo.InvariantCulture)).ToArray();

        using var features = new TorchScriptFeatures(
            Path.Combine(folder, "net.pt"), [1, 16, 20], new TorchScriptInput { Channels = 3, Size = (9, 11), Range = (0, 255), Bytes = true });

        Assert.Equal(5, features.Size);
        var found = features.Extract(numbers.AsSpan(0, 640));
        Assert.Equal(10, found.Length);
        for (var i = 0; i < found.Length; i++) Assert.Equal(numbers[640 + i], found[i], 1e-5);
    }

    [Fact]
    public void AMissingFile_IsRefused() => Assert.Equal(
        "nowhere.pt: expected a TorchScript module, found no such file; check the path.",
        Assert.Throws<FileNotFoundException>(() => new TorchScriptFeatures("nowhere.pt", [1, 3, 4])).Message);

    [Fact]
    public void AnotherFile_IsRefused()
    {
        var path = Path.Combine(folder, "text.pt");
        File.WriteAllText(path, "no module");
        var message = Assert.Throws<IOException>(() => new TorchScriptFeatures(path, [1, 3, 4])).Message;
        Assert.StartsWith($"{path}: expected a TorchScript module, found what libtorch cannot load (", message, StringComparison.Ordinal);
        Assert.EndsWith("; save it by torch.jit.script(module).save(path).", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplesThatTheModuleDoesNotTake_AreRefused()
    {
        var message = Assert.Throws<IOException>(() => new TorchScriptFeatures(linear, [1, 3, 5])).Message;
        Assert.StartsWith(
            $"{linear}: expected a module that takes (2, 1, 3, 5) of Float32 and gives one tensor, found one that fails (", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBePrepared_IsRefused()
    {
        Assert.StartsWith(
            "Samples of (12) are not pictures",
            Assert.Throws<ArgumentException>(() => new TorchScriptFeatures(linear, [12], new TorchScriptInput { Size = (3, 4) })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Samples of (2, 3, 2) cannot be given 3 channels",
            Assert.Throws<ArgumentException>(() => new TorchScriptFeatures(linear, [2, 3, 2], new TorchScriptInput { Channels = 3 })).Message,
            StringComparison.Ordinal);
        using var features = new TorchScriptFeatures(linear, [1, 3, 4]);
        Assert.StartsWith(
            "13 numbers are not a whole number of samples of (1, 3, 4)",
            Assert.Throws<ArgumentException>(() => features.Extract(new float[13])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Extracting_LeavesNoTensors()
    {
        using var features = new TorchScriptFeatures(linear, [1, 3, 4], new TorchScriptInput { Range = (0, 255) });
        features.Extract(new float[24]);
        var before = Tensor.TotalCount;
        for (var i = 0; i < 10; i++) features.Extract(new float[24]);
        Assert.Equal(before, Tensor.TotalCount);
    }
}
