using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace GanDsl.Training;

/// <summary>The page of a run in HTML: a template with placeholders, and their content.</summary>
internal static partial class ReportPage
{
    private static readonly string template = ReadTemplate();

    /// <summary>The page.</summary>
    public static string Of(ReportContent content) => Hole().Replace(template, hole => hole.Groups[1].Value switch
    {
        "name" => Escape(content.Description?.Name ?? "A game"),
        "subtitle" => Escape(content.Subtitle),
        "divergence" => Divergence(content),
        "pictures" => Pictures(content),
        "metrics" => Metrics(content),
        "curves" => content.Curves.Count == 0
            ? "<p class=\"muted\">No step has been reported yet.</p>"
            : $"<div class=\"cards\">{string.Concat(content.Curves.Select(Card))}</div>",
        "warnings" => content.Warnings.Count == 0
            ? "<p class=\"muted\">None: every check found finite numbers, and no sign of a collapse.</p>"
            : $"<ul class=\"warnings\">{string.Concat(content.Warnings.Select(warning => $"<li>{Escape(warning)}</li>"))}</ul>",
        "game" => Game(content.Description),
        "facts" => string.Concat(content.Facts.Select(fact => $"<tr><th>{Escape(fact.Name)}</th><td>{Escape(fact.Value)}</td></tr>")),
        var other => throw new InvalidOperationException($"Nothing goes into the template's hole '{other}'."),
    });

    private static string Divergence(ReportContent content) => content.Divergence is null ? "" : $"""
        <section id="divergence">
          <h2>The divergence</h2>
          <p>V bounds {Escape(content.DivergenceName)} between data and samples from below, and tells it where D is at its best. An estimate from one batch is noisy, and below 0 where D does worse than guessing.</p>
          {Card(content.Divergence)}
        </section>
        """;

    private static string Pictures(ReportContent content)
    {
        var grids = content.Grids.Shown;
        if (grids.Count == 0) return "";
        var html = new StringBuilder($"<section id=\"pictures\">\n  <h2>Samples</h2>\n  <p>{Escape(content.Grids.Note())}</p>\n  <div class=\"cards\">\n"
            + "    <div class=\"card\" id=\"grids\">\n");
        html.Append(
            CultureInfo.InvariantCulture, $"      <input type=\"range\" id=\"epoch\" min=\"0\" max=\"{grids.Count - 1}\" aria-label=\"epoch\" hidden>\n");
        foreach (var (epoch, picture) in grids)
        {
            var when = epoch == 0 ? "before training" : string.Create(CultureInfo.InvariantCulture, $"after epoch {epoch}");
            html.Append(
                CultureInfo.InvariantCulture,
                $"      <figure data-epoch=\"{epoch}\">{Image(picture, $"samples {when}")}<figcaption>{when}</figcaption></figure>\n");
        }

        html.Append("    </div>\n");
        if (content.Interpolation is { } rows)
            html.Append($"    <div class=\"card\"><figure>{Image(rows, "rows of samples between latents")}<figcaption>each row from one latent to another, on "
                + "the great circle through both</figcaption></figure></div>\n");
        return html.Append("  </div>\n</section>").ToString();
    }

    private static string Metrics(ReportContent content)
    {
        if (content.Metrics.Count == 0) return "";
        var rows = content.Metrics.Select(metric => string.Create(
            CultureInfo.InvariantCulture,
            $"<tr><td>{Escape(metric.Name)}</td><td class=\"number\">{metric.Value:G5}</td><td "
                + $"class=\"number\">{(double.IsNaN(metric.Spread) ? "" : string.Create(CultureInfo.InvariantCulture, $"± {metric.Spread:G2}"))}</td><td "
                + $"class=\"muted\">{Escape(metric.Protocol)}</td></tr>"));
        return $"""
            <section id="metrics">
              <h2>Metrics</h2>
              <div class="card"><table><tr><th>metric</th><th>value</th><th>spread</th><th>protocol</th></tr>{string.Concat(rows)}</table></div>
            </section>
            """;
    }

    private static string Game(GanDescription? card) => card is null ? "" : $"""
        <section id="game">
          <h2>The game</h2>
          <h3>As it is declared</h3>
          <div class="card"><pre>{Escape(card.Declaration)}</pre></div>
          {string.Concat(card.Networks.Select(network => $"<h3>{Escape(network.Name)}</h3><div class=\"card\"><pre>{Escape(network.Summary)}</pre></div>"))}
        </section>
        """;

    private static string Card(string svg) => $"<div class=\"card\">{svg}</div>";

    // A picture's own pixels are seen as squares; those of a scaled one are not its own.
    private static string Image(Thumbnail picture, string says) =>
        $"<img{(picture.IsWhole ? "" : " class=\"scaled\"")} alt=\"{says}\" src=\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Bytes)}\">";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string ReadTemplate()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
