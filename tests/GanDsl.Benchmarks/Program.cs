using System.CommandLine;
using GanDsl.Benchmarks.Verbs;
using GanDsl.Torch;

TorchLibrary.EnsureLoaded();

var root = new RootCommand("Measures generated code against the same work written by hand.")
{
    StepVerb.Create(),
    ProcessorsVerb.Create(),
    InstructionsVerb.Create(),
    ConvolutionsVerb.Create(),
    MemoryVerb.Create(),
    KernelsVerb.Create(),
    StartVerb.Create(),
    StartVerb.CreateOnce(),
    GeneratorVerb.Create(),
    QualityVerb.Create(),
    AugmentationVerb.Create(),
    OverheadVerb.Create(),
};
return root.Parse(args).Invoke();
