namespace GanDsl.Ilgpu;

/// <content>Copies the draws that change what D sees to their places.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private void DrawAugmentation(long samples, int count)
    {
        if (Workspace.Augmentation is not { } places) return;
        foreach (var place in Places(places)) Draw(shares, Memory.View, samples + (count * place), count * AugmentationDraws.Elements);
    }

    private void CopyAugmentation(long samples, int count, AugmentationBatches draws)
    {
        var places = Workspace.Augmentation!.Value;
        Memory.CopyFrom(samples + (count * places.Reals), draws.Reals);
        Memory.CopyFrom(samples + (count * places.Fakes), draws.Fakes);
        if (MovesByDraws(places)) Memory.CopyFrom(samples + (count * places.GeneratorFakes!.Value), draws.GeneratorFakes!.Value);
    }

    private void CheckAugmentation(int count, AugmentationBatches? augmentation)
    {
        if (augmentation is not { } draws) return;
        CheckCount(count, draws.Reals.Count, "realAugmentation", "draws of theirs");
        CheckCount(count, draws.Fakes.Count, "fakeAugmentation", "draws of fakes");
        if (MovesByDraws(Workspace.Augmentation!.Value)) CheckCount(count, draws.GeneratorFakes?.Count ?? 0, "generatorAugmentation", "draws of G's fakes");
    }

    private IEnumerable<long> Places(AugmentationPlaces places) =>
        MovesByDraws(places) ? [places.Reals, places.Fakes, places.GeneratorFakes!.Value] : [places.Reals, places.Fakes];

    private bool MovesByDraws(AugmentationPlaces places) => places.GeneratorFakes is not null && GeneratorMovesNext;
}
