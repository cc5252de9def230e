using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;

/// <summary>What the owner of the link wants to change. As served nothing is ticked, and nothing changes.</summary>
public sealed class MyNewsletterForm
{
    /// <summary>Projects whose news she wants from now on.</summary>
    public List<int> Start { get; init; } = [];

    /// <summary>Projects whose news stops.</summary>
    public List<int> Stop { get; init; } = [];

    /// <summary>From Dutch to English, or back.</summary>
    public bool OtherLanguage { get; set; }

    public bool ChangesNothing => Start.Count == 0 && Stop.Count == 0 && !OtherLanguage;
}

/// <param name="Gets">She gets the news of this project now.</param>
public sealed record NewsLine(int ProjectId, string Name, bool Gets);

/// <summary>Her own page about the news.</summary>
/// <param name="Path">What the addresses of her pages begin with.</param>
public sealed record MyNewsletterPage(
    string FirstName,
    string Path,
    string Language,
    IReadOnlyList<NewsLine> Projects,
    bool JustNoted,
    MyNewsletterForm Form
);

/// <summary>One press to stop the news of one project.</summary>
/// <param name="Gets">False when she does not get it (any more).</param>
public sealed record StopPage(string FirstName, string Path, string Project, bool Gets);

public enum GoChoice
{
    Remove,
    Keep,
}

/// <summary>Post to <c>{path}/van-de-lijst</c>. Nothing is chosen as served.</summary>
public sealed class GoForm
{
    [Required(ErrorMessage = "Kies of wij uw gegevens wissen of bewaren.")]
    public GoChoice? Choice { get; set; }
}

public sealed record GoPage(string FirstName, string Path, GoForm Form);
