using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs;

internal static partial class VjpCases
{
    private static IEnumerable<VjpCase> Contractions()
    {
        var forms = new (string Name, Trilinear Form)[]
        {
            ("Linear", new Trilinear.Linear(4, 3)),
            ("Square", new Trilinear.Linear(3, 3)),
            ("ToOne", new Trilinear.Linear(5, 1)),
            ("Kernel3", Convolution(Shape.Of(2, 4, 4), Shape.Of(3, 4, 4), new Pair(3, 3), new Pair(1, 1), new Pair(1, 1), new Pair(1, 1))),
            ("Kernel4Stride2", Convolution(Shape.Of(1, 6, 6), Shape.Of(2, 3, 3), new Pair(4, 4), new Pair(2, 2), new Pair(1, 1), new Pair(1, 1))),
            ("Stride3LeavesPixels", Convolution(Shape.Of(1, 7, 6), Shape.Of(2, 2, 2), new Pair(2, 2), new Pair(3, 3), default, new Pair(1, 1))),
            ("Stride3Padding2", Convolution(Shape.Of(2, 5, 5), Shape.Of(1, 2, 2), new Pair(5, 5), new Pair(3, 3), new Pair(2, 2), new Pair(1, 1))),
            ("Dilation2", Convolution(Shape.Of(1, 6, 5), Shape.Of(2, 4, 3), new Pair(3, 3), new Pair(1, 1), new Pair(1, 1), new Pair(2, 2))),
            ("Groups2", Convolution(Shape.Of(4, 3, 3), Shape.Of(2, 2, 2), new Pair(2, 2), new Pair(1, 1), default, new Pair(1, 1), 2)),
            ("Depthwise", Convolution(Shape.Of(3, 3, 3), Shape.Of(6, 3, 3), new Pair(3, 3), new Pair(1, 1), new Pair(1, 1), new Pair(1, 1), 3)),
            ("Rectangular", Convolution(Shape.Of(2, 4, 5), Shape.Of(2, 2, 5), new Pair(1, 3), new Pair(2, 1), new Pair(0, 2), new Pair(1, 2))),
            ("Kernel1", Convolution(Shape.Of(3, 2, 2), Shape.Of(2, 2, 2), new Pair(1, 1), new Pair(1, 1), default, new Pair(1, 1))),
        };
        return
            from form in forms
            from gives in Enum.GetValues<Side>()
            let others = Trilinear.Others(gives)
            select OneOrTwo($"Contract {form.Name} gives {gives}", (builder, batches) => builder.Contract(
                form.Form,
                gives,
                builder.Input("first", form.Form.Extent(others.First, batches)),
                builder.Input("second", form.Form.Extent(others.Second, batches)),
                "output"));
    }

    private static Trilinear.Convolution Convolution(Shape large, Shape small, Pair kernel, Pair stride, Pair padding, Pair dilation, int groups = 1) =>
        new(large, small, new Window(kernel, stride, padding, dilation, groups));
}
