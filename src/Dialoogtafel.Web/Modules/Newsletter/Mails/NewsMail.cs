using System.Diagnostics.CodeAnalysis;
using Dialoogtafel.Domain.Newsletter;

namespace Dialoogtafel.Web.Modules.Newsletter.Mails;

/// <summary>A mail about the news of one project: one link, one number to call.</summary>
public abstract record NewsMail : MailText
{
    [Placeholder("voornaam", "De voornaam van de lezer")]
    public required string FirstName { get; init; }

    [Placeholder("project", "De naam van het project")]
    public required string Project { get; init; }

    [Placeholder("link", "De eigen pagina van de lezer", Required = true)]
    public required Uri Link { get; init; }

    [Placeholder("contact", "De naam van de organisatie")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de organisatie", Required = true)]
    public required string Phone { get; init; }
}

/// <summary>Asks the owner of an address that somebody typed whether she wants the news (double opt-in).</summary>
public sealed record AskNewsMail : NewsMail
{
    public const string Name = "op-de-hoogte";

    public override string Template => Name;

    public override string Label => "Vraag of het adres klopt";

    [Placeholder("dagen", "Hoeveel dagen de link werkt")]
    public int Days { get; init; } = 7;

    /// <summary>The mail is of nobody: by this it is found when the request goes.</summary>
    public static string KeyOf(SubscriptionRequest request) => $"{Name}:{request.TokenHash}";

    public static AskNewsMail Sample =>
        new()
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Sampled.Page("op-de-hoogte/q8w3e7r2t6"),
            Contact = "Stichting Samen aan Tafel",
            Phone = Sampled.Phone,
        };
}

/// <summary>M-23, nieuwsbrief: one issue to one reader.</summary>
public record NewsletterMail : NewsMail
{
    public const string Name = "nieuwsbrief";

    public override string Template => Name;

    public override string Label => "Nieuwsbrief";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    public override bool GivesWay => true;

    [Placeholder("titel", "De titel van de nieuwsbrief", InSubject = true)]
    public required string Title { get; init; }

    [Placeholder("inhoud", "De tekst van de nieuwsbrief", Required = true, Markdown = true)]
    public required string Body { get; init; }

    [Placeholder("brief", "De nieuwsbrief op de site; mag leeg zijn")]
    public required Uri? Letter { get; init; }

    [Placeholder("stop", "De pagina waarop deze lezer de nieuwsbrief stopt", Required = true)]
    public required Uri Stop { get; init; }

    public static NewsletterMail Sample =>
        new()
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Sampled.Page("n/p4o9i2u7y3"),
            Stop = Sampled.Page("n/p4o9i2u7y3/af"),
            Letter = Sampled.Page("nieuwsbrief/4"),
            Title = "Wat er gebeurde na de tafels",
            Body =
                "Vijf afspraken zijn klaar. Een ervan vertellen wij hier.\n\n"
                + "### Een rustige plek op het werk\nEen werkgever maakte een kamer vrij.\n\n"
                + "- De kamer is er sinds juni.\n- Iedereen mag er zitten.",
            Contact = "Stichting Samen aan Tafel",
            Phone = Sampled.Phone,
        };
}

/// <summary>An issue as a trial to whoever writes it: no newsletter, so nothing waits for it.</summary>
public sealed record NewsletterTrialMail : NewsletterMail
{
    public NewsletterTrialMail() { }

    [SetsRequiredMembers]
    public NewsletterTrialMail(NewsletterMail letter)
        : base(letter) { }

    public new const string Name = "nieuwsbrief-proef";

    public override string Kind => Name;

    public override string Label => "Nieuwsbrief, proef";

    public override bool IsUnasked => false;

    public override bool KeepsQuiet => false;

    public override bool GivesWay => false;

    public static new NewsletterTrialMail Sample => new(NewsletterMail.Sample);
}

/// <summary>The news comes from now on, and how to stop it.</summary>
public sealed record NewsOnMail : NewsMail
{
    public const string Name = "nieuws-aan";

    public override string Template => Name;

    public override string Label => "Nieuwsbrief aangezet";

    public static NewsOnMail Sample =>
        new()
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Sampled.Page("n/p4o9i2u7y3"),
            Contact = "Stichting Samen aan Tafel",
            Phone = Sampled.Phone,
        };
}
