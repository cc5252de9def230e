using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// The mails of the folder emailtemplates: <c>nl/NAME.md</c>, <c>en/NAME.md</c> and <c>layout.html</c>. A changed file
/// counts from the next mail on. Safe to use from several threads.
/// </summary>
/// <param name="folder">Path of the folder.</param>
public sealed class MailTemplates(string folder)
{
    private const string LayoutFile = "layout.html";
    private readonly ConcurrentDictionary<string, (DateTime Changed, CompiledTemplate Template)> compiled = new(
        StringComparer.Ordinal
    );

    /// <summary>Files without a fault, by what was in them and in the layout: looked at once in a process.</summary>
    private static readonly ConcurrentDictionary<(string File, string Text, string Layout), bool> Good = new();

    private LayoutText? layout;

    /// <summary>
    /// Writes one mail in Dutch ("nl") or English ("en"); another language, or a Dutch-only mail, gives Dutch.
    /// </summary>
    /// <exception cref="MailTemplateException">The file is missing or cannot be used.</exception>
    /// <exception cref="ArgumentException">A link of the mail is not an absolute http or https address.</exception>
    public RenderedMail Render(MailText mail, string language)
    {
        var written = mail.LanguageFor(language);
        return Compiled($"{written}/{mail.Template}.md").Render(mail, Layout(), written);
    }

    /// <summary>
    /// The placeholders that would leave an empty hole in this mail, by name; empty when every sentence is whole.
    /// </summary>
    /// <exception cref="MailTemplateException">The file is missing or cannot be read.</exception>
    public IReadOnlyList<string> Holes(MailText mail, string language)
    {
        var written = mail.LanguageFor(language);
        return TemplateHoles.Of(Read($"{written}/{mail.Template}.md"), mail, written);
    }

    /// <summary>Everything that is wrong with the folder, by file and line; empty when all mails can be sent.</summary>
    public IReadOnlyList<TemplateProblem> Check()
    {
        string text;
        try
        {
            text = Layout();
        }
        catch (MailTemplateException error)
        {
            return error.Problems;
        }
        return
        [
            .. MailCatalogue.All.SelectMany(sample =>
                Languages(sample).SelectMany(language => CheckFile(sample, language, text))
            ),
        ];
    }

    /// <summary>
    /// To be called at start. What was found without a fault is noted, so that the next start with the same files and
    /// the same program looks no further.
    /// </summary>
    /// <param name="note">Path of the file with that note.</param>
    /// <exception cref="MailTemplateException">Names each file and line, in Dutch.</exception>
    public void EnsureUsable(string note)
    {
        var stamp = Stamp();
        if (Noted(note) == stamp)
            return;
        if (Check() is { Count: > 0 } problems)
            throw new MailTemplateException(problems);
        try
        {
            File.WriteAllText(note, stamp);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Only time: the next start looks again.
        }
    }

    private static string? Noted(string note)
    {
        try
        {
            return File.Exists(note) ? File.ReadAllText(note) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Of everything that a check depends on; a file that is not there makes a stamp of its own.</summary>
    private string Stamp()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(MailTemplates).Module.ModuleVersionId.ToByteArray());
        foreach (
            var file in MailCatalogue
                .All.SelectMany(sample => Languages(sample).Select(language => $"{language}/{sample.Template}.md"))
                .Prepend(LayoutFile)
                .Select(file => Path.Combine(folder, file))
        )
        {
            var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Looks at a text that an organiser wrote for one mail, before it is kept.</summary>
    public IReadOnlyList<TemplateProblem> CheckText(MailText sample, string language, string text) =>
        TemplateCheck.Of($"{language}/{sample.Template}.md", text, sample, Layout(), language);

    /// <summary>The languages in which this mail exists.</summary>
    public static IReadOnlyList<string> Languages(MailText mail) => mail.DutchOnly ? ["nl"] : ["nl", "en"];

    private IReadOnlyList<TemplateProblem> CheckFile(MailText sample, string language, string layoutText)
    {
        var file = $"{language}/{sample.Template}.md";
        try
        {
            var text = Read(file);
            if (Good.ContainsKey((file, text, layoutText)))
                return [];
            var problems = TemplateCheck.Of(file, text, sample, layoutText, language);
            if (problems.Count == 0)
                Good[(file, text, layoutText)] = true;
            return problems;
        }
        catch (MailTemplateException error)
        {
            return error.Problems;
        }
    }

    private CompiledTemplate Compiled(string file)
    {
        var changed = File.GetLastWriteTimeUtc(Path.Combine(folder, file));
        if (compiled.TryGetValue(file, out var known) && known.Changed == changed)
            return known.Template;
        try
        {
            var template = CompiledTemplate.Of(TemplateSource.Split(Read(file)));
            compiled[file] = (changed, template);
            return template;
        }
        catch (Exception error) when (error is FormatException or HandlebarsDotNet.HandlebarsException)
        {
            throw new MailTemplateException([new(file, 1, error.Message)]);
        }
    }

    private string Layout()
    {
        var changed = File.GetLastWriteTimeUtc(Path.Combine(folder, LayoutFile));
        if (layout is { } known && known.Changed == changed)
            return known.Text;
        var text = Read(LayoutFile);
        var missing = HtmlPart.LayoutPlaces.Where(place => !text.Contains(place, StringComparison.Ordinal)).ToList();
        if (missing.Count > 0)
            throw new MailTemplateException([
                .. missing.Select(place => new TemplateProblem(LayoutFile, 0, $"{place} ontbreekt.")),
            ]);
        layout = new LayoutText(changed, text);
        return text;
    }

    private string Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (IOException)
        {
            throw new MailTemplateException([new(file, 0, "Dit bestand ontbreekt of kan niet worden gelezen.")]);
        }
    }

    private sealed record LayoutText(DateTime Changed, string Text);
}
