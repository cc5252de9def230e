using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <summary>Title, text and audience of one issue.</summary>
public sealed class NewsletterForm : IEditForm
{
    [
        Required(ErrorMessage = "Geef de nieuwsbrief een titel."),
        StringLength(NewsletterIssue.MaxTitle, ErrorMessage = "Deze titel is te lang.")
    ]
    public string? Title { get; set; }

    [StringLength(NewsletterIssue.MaxBody, ErrorMessage = "Deze tekst is te lang.")]
    public string? Body { get; set; }

    public bool CoResearchers { get; set; }
    public bool Partners { get; set; }
    public bool Informants { get; set; }
    public bool Public { get; set; }

    /// <summary>Keys of the offered texts to add at the end.</summary>
    public List<string> Blocks { get; } = [];

    public string? Seen { get; set; }

    public NewsletterAudience Audience =>
        (CoResearchers ? NewsletterAudience.CoResearchers : 0)
        | (Partners ? NewsletterAudience.Partners : 0)
        | (Informants ? NewsletterAudience.Informants : 0)
        | (Public ? NewsletterAudience.Public : 0);

    public static NewsletterForm Of(NewsletterIssue issue) =>
        new()
        {
            Title = issue.Title,
            Body = issue.Body,
            CoResearchers = issue.Audience.HasFlag(NewsletterAudience.CoResearchers),
            Partners = issue.Audience.HasFlag(NewsletterAudience.Partners),
            Informants = issue.Audience.HasFlag(NewsletterAudience.Informants),
            Public = issue.Audience.HasFlag(NewsletterAudience.Public),
        };
}

public enum LeaveWhen
{
    Soon,
    Later,
}

/// <summary>Post to <c>/nieuwsbrieven/{id}/verzending</c>.</summary>
public sealed class LeaveForm
{
    [Required(ErrorMessage = "Kies wanneer de nieuwsbrief weggaat.")]
    public LeaveWhen? When { get; set; }

    public DateOnly? Date { get; set; }
    public TimeOnly? Time { get; set; }

    /// <summary>To how many people, as the page said.</summary>
    public int Count { get; set; }
}

/// <summary>Post to <c>/nieuwsbrieven</c>.</summary>
public sealed class NewIssueForm
{
    public int? ProjectId { get; set; }
}
