// SPDX-License-Identifier: Apache-2.0

/// The style of the page on paper and on narrow screens.
enum StylePrint {
    /// The part of the style sheet.
    static let markup: Markup = """
        @media (max-width:640px){
        body{padding:0 14px}
        .top{padding-top:20px}
        .facts-line{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:10px 18px}
        .find{width:100%;flex-wrap:wrap}
        .find input{width:100%}
        section{margin-top:34px}
        }
        @media print{
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        @page{size:A3 portrait;margin:12mm}
        svg.map{max-height:380mm;break-inside:avoid}
        .section-head,h2,.lead,.legend{break-after:avoid}
        body{max-width:none;padding:0;background:#fff;font-size:12px}
        nav,.find,.skip{display:none!important}
        .scroll{overflow:visible}
        svg.map,table.ranking,table.domains,svg.diverging{min-width:0}
        .cell,tr,.notice,.method div{break-inside:avoid}
        thead{display:table-header-group}
        section{margin-top:20px}
        a{color:inherit;text-decoration:none}
        }

        """
}
