namespace GanDsl.Ilgpu.Tests;

public class KernelTextTests
{
    [Fact]
    public void TypesAndLabelsAreNumberedAsTheyAppear()
    {
        const string Text =
            "typedef global float* type_4338;\nstruct type_30016\n{\n\ttype_4338 field_7;\n};\nstruct type_30016_kernel { long field_8; };\n"
            + "kernel void Kernel_Map(struct type_30016_kernel var2)\n{\n\tgoto L_912317;\nL_912316: ;\nL_912317: ;\n}\n";
        Assert.Equal(
            "typedef global float* type_0;\nstruct type_1\n{\n\ttype_0 field_7;\n};\nstruct type_1_kernel { long field_8; };\n"
            + "kernel void Kernel_Map(struct type_1_kernel var2)\n{\n\tgoto L_2;\nL_3: ;\nL_2: ;\n}\n",
            KernelText.Renumber(Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("type_ L_ mytype_3 XL_4 L_x type3 0x1L_ 1.5e-3f; // 7")]
    public void TheRestStays(string text) => Assert.Equal(text, KernelText.Renumber(text));
}
