using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>The running means of D's logits: one work item, between the sums of the logits and the penalties that read the means.</content>
internal sealed partial class Launches
{
    private void Write(CodeWriter writer, Node node, Operation.RunningMeans means)
    {
        Comment(writer, node);
        Launch(
            writer,
            fields.Of("runningMeans", "RunningMeansKernels.Update", "RunningMeansArguments"),
            "1",
            $"memory, reals: {addresses.Of(node.Inputs[0])}, fakes: {addresses.Of(node.Inputs[1])}, batchShare: {addresses.Of(node.Inputs[2])}, "
                + "sums: Slots + global::GanDsl.Ilgpu.Slot.RunningMeans, "
                + $"ofReals: {addresses.Of(node.Outputs[0])}, ofFakes: {addresses.Of(node.Outputs[1])}, share: {Numbers.Literal(1 - means.Decay)}f");
    }
}
