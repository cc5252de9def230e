namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>The templates as they are shipped, beside the binary.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "emailtemplates");

    public static MailTemplates Templates { get; } = new(Folder);

    /// <summary>Every mail in every language in which it exists.</summary>
    public static TheoryData<string, string> Mails() => Where(_ => true);

    public static TheoryData<string, string> ParticipantMails() => Where(mail => !mail.DutchOnly);

    public static MailText Sample(string template) => MailCatalogue.All.Single(mail => mail.Template == template);

    public static RenderedMail Render(string template, string language) => Templates.Render(Sample(template), language);

    /// <summary>A copy of the folder that a test may spoil.</summary>
    public static string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("mailteksten").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    private static TheoryData<string, string> Where(Func<MailText, bool> wanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var mail in MailCatalogue.All.Where(wanted))
        {
            foreach (var language in MailTemplates.Languages(mail))
                data.Add(mail.Template, language);
        }
        return data;
    }
}
