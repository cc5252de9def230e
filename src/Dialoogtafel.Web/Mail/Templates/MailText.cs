namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// What one mail says: the values for one template. Each mail is a class of its own, and each value that a template may
/// use carries a
/// <see cref="PlaceholderAttribute"/>. Values are plain text; none of them becomes markup or a link (S20).
/// </summary>
public abstract record MailText
{
    /// <summary>File name without extension, for example <c>uitnodiging</c>.</summary>
    public abstract string Template { get; }

    /// <summary>Team mails exist in Dutch only.</summary>
    public virtual bool DutchOnly => false;

    /// <summary>
    /// The language in which this mail is written when <paramref name="wanted"/> is asked: Dutch unless English is
    /// asked and exists.
    /// </summary>
    public string LanguageFor(string wanted) => !DutchOnly && wanted == "en" ? "en" : "nl";
}

/// <summary>
/// One mail, ready to be composed. All three are plain .NET text with LF line ends; the subject is one line.
/// </summary>
public sealed record RenderedMail(string Subject, string Text, string Html);
