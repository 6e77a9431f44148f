using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Products of matrices, and a softmax's maximum.</content>
internal sealed partial class Launches
{
    private void WriteBatchMatMul(CodeWriter writer, Node node, Operation.BatchMatMul matMul)
    {
        var output = node.Outputs[0];
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, $"MatrixKernels.BatchMatMul<{strategies.BatchMatMul(matMul)}>", "BatchMatMulArguments"),
            $"Device.Items({count})",
            $"memory, first: {addresses.Of(node.Inputs[0])}, second: {addresses.Of(node.Inputs[1])}, output: {addresses.Of(output)}, count: {count}, "
                + $"items: Device.Items({count})");
    }

    private void WriteTranspose(CodeWriter writer, Node node)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        var (rows, columns) = (output.Extent.Dimensions[1], output.Extent.Dimensions[0]);
        var shape = strategies.Extent(rows, columns);
        var items = $"Device.Items({Kernels}::MatrixKernels.TransposeTiles<{shape}>({(output.Extent.Batches == 0 ? "" : Times(output.Extent.Batches))}))";
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, $"MatrixKernels.Transpose<{shape}>", "PictureArguments"),
            items,
            $"memory, input: {addresses.Of(input)}, output: {addresses.Of(output)}, count: {Elements(output.Extent)}, items: {items}");
    }

    private void WriteLargest(CodeWriter writer, Node node)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, $"MatrixKernels.Largest<{strategies.Extent(1, (int)input.Extent.Elements)}>", "PictureArguments"),
            $"Device.Items({count})",
            $"memory, input: {addresses.Of(input)}, output: {addresses.Of(output)}, count: {count}, items: Device.Items({count})");
    }
}
