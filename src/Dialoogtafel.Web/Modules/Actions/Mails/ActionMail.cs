using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Actions.Mails;

/// <summary>What every mail to the owner of an action says: what, by when, whom to call .</summary>
public sealed record ActionFacts
{
    public required string FirstName { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required DateOnly? TargetOn { get; init; }

    /// <summary>The owner's page about this action, absolute.</summary>
    public required Uri Link { get; init; }
    public required string Contact { get; init; }
    public required string Phone { get; init; }

    public static ActionFacts Sample { get; } =
        new()
        {
            FirstName = "Renée",
            Action = "Een proefdag regelen bij een werkgever",
            Subject = GatheringFacts.Sample.Subject,
            TargetOn = new DateOnly(2027, 2, 1),
            Link = Sampled.Page("a/k7m2p9x4w8"),
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}

/// <summary>A mail to the owner of an action. Their page is the only link.</summary>
public abstract record ActionMail : MailText
{
    public required ActionFacts Facts { get; init; }

    [Placeholder("voornaam", "De voornaam van wie de actie doet")]
    public string FirstName => Facts.FirstName;

    [Placeholder("actie", "Wat er is afgesproken")]
    public string Action => Facts.Action;

    [Placeholder("onderwerp", "Waar het gesprek over ging, zoals: werk zoeken en houden")]
    public string Subject => Facts.Subject;

    [Placeholder("streefdatum", "De dag waarop het klaar zou zijn, voluit; mag leeg zijn")]
    public DateOnly? TargetOn => Facts.TargetOn;

    [Placeholder("link", "De eigen pagina over deze actie", Required = true)]
    public Uri Link => Facts.Link;

    [Placeholder("contact", "De naam van wie u kunt bellen")]
    public string Contact => Facts.Contact;

    [Placeholder("telefoon", "Het telefoonnummer van de contactpersoon", Required = true)]
    public string Phone => Facts.Phone;
}

/// <summary>
/// M-19, Actie toegewezen: what was agreed, by when, who helps, and what both sides may expect.
/// </summary>
public sealed record ActionAssignedMail : ActionMail
{
    public const string Name = "actie-toegewezen";

    public override string Template => Name;

    public override string Label => "Wat u wilde doen";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    [Placeholder("stap", "De eerste stap; mag leeg zijn")]
    public string? NextStep { get; init; }

    [Placeholder("samenMet", "De voornaam van wie meehelpt; mag leeg zijn")]
    public string? Together { get; init; }

    public static ActionAssignedMail Sample =>
        new()
        {
            Facts = ActionFacts.Sample,
            NextStep = "Vraag bij de gemeente wie hierover gaat.",
            Together = "Tom",
        };
}

/// <summary>M-20, Actie-opvolging: one question, milder every time .</summary>
public sealed record ActionQuestionMail : ActionMail
{
    public const string Name = "actie-vraag";

    public override string Template => Name;

    public override string Label => "Vraag over uw actie";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    public override string? WhyNot(OutgoingMail mail, MailSubject subject) =>
        StillWanted.WhyNotActionQuestion(mail, subject);

    [Placeholder("eerste", "Of het de eerste vraag is", InSubject = true)]
    public required bool First { get; init; }

    [Placeholder("laatste", "Of er hierna geen vraag meer komt", InSubject = true)]
    public required bool Last { get; init; }

    public static ActionQuestionMail Sample =>
        new()
        {
            Facts = ActionFacts.Sample,
            First = true,
            Last = false,
        };
}
