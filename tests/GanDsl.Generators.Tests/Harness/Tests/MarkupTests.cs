using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Harness.Tests;

public class MarkupTests
{
    [Fact]
    public void SpansMayNest_AndAreMeasuredInTheTextWithoutMarks()
    {
        var markup = Markup.Parse("[{|GAN0001:Dense({|GAN0002:0|})|}] class {|GAN0003:G|};");

        Assert.Equal("[Dense(0)] class G;", markup.Source);
        Assert.Equal<(string, TextSpan)>([("GAN0002", new TextSpan(7, 1)), ("GAN0001", new TextSpan(1, 8)), ("GAN0003", new TextSpan(17, 1))], markup.Expected);
    }

    [Theory]
    [InlineData("[{|GAN0001:Dense({|GAN0002:0|})|}] class {|GAN0003:G|};")]
    [InlineData("{|GAN0001:a|}{|GAN0002:b|}")]
    [InlineData("no marks")]
    public void WritingWhatWasParsed_GivesItBack(string text)
    {
        var markup = Markup.Parse(text);

        Assert.Equal(text, Markup.Write(markup.Source, markup.Expected));
    }

    [Theory]
    [InlineData("a|}")]
    [InlineData("{|GAN0001:a")]
    public void MarksOutOfBalance_AreAnError(string text) => Assert.Throws<FormatException>(() => Markup.Parse(text));
}
