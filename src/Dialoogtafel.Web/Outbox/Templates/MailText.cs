using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// One mail: the values for its template, and all that is true of it whoever gets it. Each mail is a class of its own,
/// and each value that a template may use carries a <see cref="PlaceholderAttribute"/>. Values are plain text; none of
/// them becomes markup or a link (S20). What is said here goes along in the row of the outbox, so that pump, board and
/// log need no names; a class may look for its own waiting mails by theirs.
/// </summary>
public abstract record MailText
{
    /// <summary>File name without extension, for example <c>uitnodiging</c>.</summary>
    public abstract string Template { get; }

    /// <summary>
    /// What it counts as in the outbox: its template, unless two mails share one.
    /// </summary>
    public virtual string Kind => Template;

    /// <summary>Which mail it is, in Dutch words, for the team and for who reads what we know of them.</summary>
    public abstract string Label { get; }

    /// <summary>Team mails exist in Dutch only.</summary>
    public virtual bool DutchOnly => false;

    /// <summary>It comes without an act of the person: at most one of these per person per day.</summary>
    public virtual bool IsUnasked => false;

    /// <summary>It waits for the end of the quiet hours, however often it was tried before.</summary>
    public virtual bool KeepsQuiet => false;

    /// <summary>It waits for every other mail, so that none waits for it.</summary>
    public virtual bool GivesWay => false;

    /// <summary>The organiser of a table can take it back from its board until it is tried.</summary>
    public virtual bool CanBeTakenBack => false;

    /// <summary>
    /// It says back what somebody answered: one that waits is replaced when they tell more.
    /// </summary>
    public virtual bool IsConfirmation => false;

    /// <summary>The last look before it leaves: is it still true and wanted?</summary>
    /// <returns>Null when it may go; else why it is dropped, in Dutch, for the mail log.</returns>
    public virtual string? WhyNot(OutgoingMail mail, MailSubject subject) =>
        StillWanted.WhyNotByItsSubject(mail, subject);

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
