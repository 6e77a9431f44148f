using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Optimisers' updates of a range of parameters.</summary>
public static class UpdateKernels
{
    /// <summary>
    /// One update, in place; the gradients stay unchanged. Item k updates the elements k, k + items, … PyTorch equivalent: <c>optimizer.step()</c>.
    /// </summary>
    public static void Update<TUpdate>(Index1D item, UpdateArguments arguments)
        where TUpdate : struct, IUpdate
    {
        var parameters = arguments.Parameters;
        var gradients = arguments.Gradients;
        var clip = 1f;
        if (TUpdate.Clips) clip = arguments.Clip;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            float a = 0, b = 0, c = 0, d = 0;
            if (TUpdate.Slots > 0) a = arguments.Slot(0)[i];
            if (TUpdate.Slots > 1) b = arguments.Slot(1)[i];
            if (TUpdate.Slots > 2) c = arguments.Slot(2)[i];
            if (TUpdate.Slots > 3) d = arguments.Slot(3)[i];
            var moved = TUpdate.Apply(new Element(parameters[i], gradients[i], a, b, c, d, clip), arguments.By);
            parameters[i] = moved.Parameter;
            if (TUpdate.Slots > 0) Store(arguments.Slot(0), i, moved.A);
            if (TUpdate.Slots > 1) Store(arguments.Slot(1), i, moved.B);
            if (TUpdate.Slots > 2) Store(arguments.Slot(2), i, moved.C);
            if (TUpdate.Slots > 3) Store(arguments.Slot(3), i, moved.D);
        }
    }

    private static void Store(ArrayView<float> slot, int index, float value) => slot[index] = value;
}
