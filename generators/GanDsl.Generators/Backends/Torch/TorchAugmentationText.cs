using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Changes of pictures as calls over libtorch.</summary>
internal static class TorchAugmentationText
{
    /// <summary>
    /// The call that changes <c>pictures</c>, which it consumes, by <c>draws</c>, or by <c>changes</c> computed from them: <c>Shift(pictures, draws, …)</c>.
    /// </summary>
    public static string Of(Augmentation augmentation)
    {
        return augmentation switch
        {
            Brightness => Call("Brighten", "draws"),
            Contrast => Call("Contrast", "draws"),
            Saturation => Call("Saturate", "draws"),
            Translation(var most) => Call("Shift", "draws", $", rows: {Numbers.Plain(most.Height)}, columns: {Numbers.Plain(most.Width)}"),
            Cutout(var window) => Call("Cutout", "draws", $", rows: {Numbers.Plain(window.Height)}, columns: {Numbers.Plain(window.Width)}"),
            Warp => Call("Warp", "changes"),
            Recolor => Call("Recolor", "changes"),
            _ => throw new InvalidOperationException($"No call is written for {augmentation.GetType().Name}."),
        };

        string Call(string name, string numbers, string rest = "") => $"{name}(pictures, {numbers}, column: {Numbers.Plain(augmentation.Column)}{rest})";
    }
}
